internal import ImagePreflight
internal import PreflightCore

/// The limits of one code in some tables, each with the models that share it.
struct SharedLimits {
    /// A limit in words, and the models that have it.
    struct Shared {
        var phrase: String
        var evidence: Evidence
        /// The page that the first of the models has it from.
        var address: String?
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
                let phrase = limit.phrase
                if let index = all.firstIndex(where: {
                    $0.phrase == phrase && $0.evidence == limit.evidence
                }) {
                    all[index].names.append(table.name)
                    continue
                }
                all.append(
                    Shared(
                        phrase: phrase,
                        evidence: limit.evidence,
                        address: table.sources[limit.source]?.address,
                        names: [table.name]
                    )
                )
            }
        }
    }
}

extension SharedLimits {
    /// A paragraph for each limit: its words, then the first of its models and how many more.
    ///
    /// - Parameters:
    ///   - nameCount: The most models that are named.
    ///   - columnCount: The columns of a paragraph.
    ///   - usesLinks: Whether the evidence leads to the page that it is on.
    /// - Returns: The paragraphs.
    func paragraphs(
        namingAtMost nameCount: Int,
        columnCount: Int = 80,
        usesLinks: Bool = false
    ) -> [String] {
        all.map { shared in
            let evidence = "(\(shared.evidence.rawValue))"
            let proof =
                usesLinks
                ? shared.address.map { Hyperlink.link(evidence, to: $0) } ?? evidence : evidence
            let names = shared.names
            let shown = names.count > nameCount ? Array(names.prefix(nameCount - 1)) : names
            let others = names.count - shown.count
            let list = shown.map(\.neutralised) + (others > 0 ? ["\(others) more"] : [])
            return "  \(shared.phrase) \(proof)\n"
                + WrappedText(String.list(list), columnCount: columnCount - 6)
                .indented(by: "      ")
        }
    }
}
