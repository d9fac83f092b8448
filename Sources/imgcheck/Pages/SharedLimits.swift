internal import ImagePreflight
internal import PreflightCore

/// The limits of one code in some tables, each with the models that share it.
struct SharedLimits {
    /// A limit in words, and the models that have it.
    struct Shared {
        var phrase: String
        var names: [String]
    }

    /// The limits, in the order of the tables.
    private(set) var all: [Shared] = []

    /// Gathers the limits of `code` that `isMeant` picks.
    init(
        of code: FindingCode,
        in tables: [RuleTable],
        where isMeant: (RuleTable, Limit) -> Bool = { _, _ in true }
    ) {
        for table in tables {
            for limit in table.limits where limit.code == code && isMeant(table, limit) {
                let phrase = "\(limit.phrase) (\(limit.evidence.rawValue))"
                if let index = all.firstIndex(where: { $0.phrase == phrase }) {
                    all[index].names.append(table.name)
                } else {
                    all.append(Shared(phrase: phrase, names: [table.name]))
                }
            }
        }
    }
}

extension SharedLimits {
    /// A paragraph for each limit: its words, then the first of its models and how many more.
    func paragraphs(namingAtMost nameCount: Int) -> [String] {
        all.map { shared in
            let names = shared.names
            let shown = names.count > nameCount ? Array(names.prefix(nameCount - 1)) : names
            let others = names.count - shown.count
            let list = shown.map(\.neutralised) + (others > 0 ? ["\(others) more"] : [])
            return "  \(shared.phrase)\n" + WrappedText(String.list(list)).indented(by: "      ")
        }
    }
}
