internal import ImagePreflight
internal import PreflightCore

/// The tables as `models --format json` lists them.
struct ModelListJSON: Encodable {
    /// One table.
    struct Model: Encodable {
        var name: String
        var aliases: [String]
        var title: String
        var provider: String
        var verifiedOn: String
        var extends: String?
        var retiresOn: String?
        var retiredOn: String?
        var successor: String?
        var instead: String?
        var formats: [String]
        var limits: [Limit]
        var tokens: [Reading]
        var dialects: [Dialect]
        var sources: [String: Source]
    }

    /// One limit; the bound is a number, or the sizes that the provider leaves as they are.
    struct Limit: Encodable {
        var code: String
        var measure: String
        var bound: String
        var imageCountMoreThan: Int?
        var scaledBelowPercent: Int?
        var condition: String?
        var includesDocuments: Bool?
        var conflict: Conflict?
        var evidence: String
        var source: String
        var note: String?
        var table: String?
    }

    /// What another source says where a limit stands.
    struct Conflict: Encodable {
        var bound: String
        var evidence: String
        var source: String
        var note: String?
    }

    /// A reading of how images are billed, and what values of `detail` make of it.
    struct Reading: Encodable {
        var formula: String
        var evidence: String
        var source: String
        var note: String?
        var details: [String: Reading]?
    }

    /// What is taken of a dialect.
    struct Dialect: Encodable {
        var dialect: String
        var roles: [String]?
        var parts: [String]?
        var takesAddresses: Bool?
        var evidence: String
        var source: String
        var note: String?
    }

    /// A page.
    struct Source: Encodable {
        var title: String
        var address: String
        var checkedOn: String
    }

    var models: [Model]
    var schemaVersion = 1
}

extension ModelListJSON {
    init(_ tables: [RuleTable]) {
        models = tables.map { table in
            Model(
                name: table.name,
                aliases: table.aliases,
                title: table.title,
                provider: table.provider,
                verifiedOn: table.verifiedOn,
                extends: table.base,
                retiresOn: table.retirement.flatMap { $0.isOver ? nil : $0.day },
                retiredOn: table.retirement.flatMap { $0.isOver ? $0.day : nil },
                successor: table.retirement?.successor ?? table.instead,
                instead: table.instead,
                formats: table.acceptedFormats.map(\.rawValue),
                limits: table.limits.map(Limit.init),
                tokens: table.tokens.map(Reading.init),
                dialects: table.dialects.map(Dialect.init),
                sources: table.sources.mapValues(Source.init)
            )
        }
    }

    /// The document, ending in a newline.
    var text: String { ListJSON.text(of: self) }
}

extension ModelListJSON.Limit {
    init(_ limit: Limit) {
        self.init(
            code: limit.code.rawValue,
            measure: limit.measure.rawValue,
            bound: limit.boundPhrase,
            conflict: limit.conflict.map { conflict in
                var other = limit
                other.bound = conflict.bound
                return ModelListJSON.Conflict(
                    bound: other.boundPhrase,
                    evidence: conflict.evidence.rawValue,
                    source: conflict.source,
                    note: conflict.note
                )
            },
            evidence: limit.evidence.rawValue,
            source: limit.source,
            note: limit.note,
            table: limit.table
        )
        includesDocuments = limit.includesDocuments ? true : nil
        imageCountMoreThan = limit.condition?.imageCountMoreThan
        scaledBelowPercent = limit.condition?.scaledBelowPercent
        condition = limit.condition?.phrase
    }
}

extension ModelListJSON.Reading {
    init(_ reading: TokenReading) {
        self.init(
            formula: reading.method.phrase,
            evidence: reading.evidence.rawValue,
            source: reading.source,
            note: reading.note
        )
        guard !reading.details.isEmpty else { return }
        details = Dictionary(
            reading.details.map { ($0.name, Self($0)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private init(_ reading: DetailReading) {
        self.init(
            formula: reading.method.phrase,
            evidence: reading.evidence.rawValue,
            source: reading.source,
            note: reading.note
        )
    }
}

extension ModelListJSON.Dialect {
    init(_ rule: DialectRule) {
        self.init(
            dialect: rule.dialect,
            roles: rule.roles,
            parts: rule.parts,
            takesAddresses: rule.takesAddresses,
            evidence: rule.evidence.rawValue,
            source: rule.source,
            note: rule.note
        )
    }
}

extension ModelListJSON.Source {
    init(_ source: RuleSource) {
        self.init(title: source.title, address: source.address, checkedOn: source.checkedOn)
    }
}
