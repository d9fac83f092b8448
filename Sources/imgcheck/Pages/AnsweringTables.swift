internal import ImagePreflight
internal import PreflightCore

/// The tables of who gave an answer.
struct AnsweringTables {
    /// The tables of the host or the provider that the answer names, else of the provider whose words
    /// they are; empty where nobody is known to answer so.
    let own: [RuleTable]

    /// The tables of others that extend these: the same models elsewhere, whose hosts pass the words
    /// on.
    let related: [RuleTable]

    /// Looks for who answered.
    init(
        to quotation: ProviderError.Quotation,
        _ answer: String,
        among tables: [RuleTable]
    ) {
        let words = Set(
            answer.lowercased().split { !$0.isLetter && $0 != "." && $0 != "-" }.map(String.init)
        )
        let hosts = ModelName.hostNames.filter { host in
            words.contains { $0.hasPrefix(host) }
        }
        let named = tables.filter { table in
            hosts.contains { table.name == $0 || table.name.hasPrefix("\($0)-") }
        }
        let own =
            named.isEmpty ? tables.filter { $0.provider == quotation.error.provider } : named
        self.own = own
        let names = Set(own.map(\.name))
        related = tables.filter { table in
            !names.contains(table.name) && table.base.map(names.contains) ?? false
        }
    }
}
