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

    /// The table of the model that is said to have answered.
    init(of table: RuleTable) {
        (own, related) = ([table], [])
    }

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
        let hosted = tables.filter { table in
            hosts.contains { table.name == $0 || table.name.hasPrefix("\($0)-") }
        }
        let providers = Self.providers(namedIn: answer, among: Set(tables.map(\.provider)))
        let named =
            hosted.isEmpty ? tables.filter { providers.contains($0.provider) } : hosted
        let own =
            named.isEmpty ? tables.filter { $0.provider == quotation.error.provider } : named
        self.own = own
        let names = Set(own.map(\.name))
        related = tables.filter { table in
            !names.contains(table.name) && table.base.map(names.contains) ?? false
        }
    }

    /// The providers whose names are words of an answer, alone or as the name of an exception.
    ///
    /// What is a part of a model's name (`google/gemma`) names no provider, nor does `openai`, whose
    /// client others are asked with.
    private static func providers(namedIn answer: String, among providers: Set<String>) -> Set<
        String
    > {
        let words = Set(
            answer.lowercased().split { !$0.isLetter && !"./-_".contains($0) }.map(String.init)
        )
        return providers.filter { provider in
            let name = provider.lowercased()
            return name != "openai" && (words.contains(name) || words.contains("\(name)exception"))
        }
    }
}
