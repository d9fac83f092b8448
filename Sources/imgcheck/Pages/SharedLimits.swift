internal import ImagePreflight
internal import PreflightCore

/// The limits of one code in some tables, each with the models that share it.
struct SharedLimits {
    /// A limit in words, and the models that have it.
    struct Shared {
        var phrase: String
        var evidence: Evidence
        /// What another source says where the limit stands, with its evidence; nil where none does.
        var conflict: String?
        /// The page that the first of the models has it from.
        var address: String?
        var names: [String]
    }

    /// The limits, in the order of the tables.
    private(set) var all: [Shared] = []

    /// Gathers the limits of `code`, each as `pick` gives it; nil leaves one out.
    init(
        of code: FindingCode,
        in tables: [RuleTable],
        picking pick: (Limit) -> Limit? = { $0 }
    ) {
        for table in tables {
            for limit in table.limits.filter({ $0.code == code }).compactMap(pick) {
                let phrase = limit.phrase
                let conflict = limit.conflictPhrase
                if let index = all.firstIndex(where: {
                    $0.phrase == phrase && $0.evidence == limit.evidence && $0.conflict == conflict
                }) {
                    all[index].names.append(table.name)
                    continue
                }
                all.append(
                    Shared(
                        phrase: phrase,
                        evidence: limit.evidence,
                        conflict: conflict,
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
            let conflict = shared.conflict.map { "; \($0)" } ?? ""
            return "  \(shared.phrase) \(proof)\(conflict)\n"
                + WrappedText(String.list(list), columnCount: columnCount - 6)
                .indented(by: "      ")
        }
    }
}

extension Limit {
    /// What another source says where the limit stands, with its evidence; nil where none does.
    fileprivate var conflictPhrase: String? {
        guard let conflict else { return nil }
        var other = self
        other.bound = conflict.bound
        return "another source says \(other.boundAlone) (\(conflict.evidence.rawValue))"
    }
}
