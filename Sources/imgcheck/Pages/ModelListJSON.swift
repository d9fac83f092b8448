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
        var successor: String?
        var formats: [String]
        var limits: [Limit]
    }

    /// One limit; the bound is a number, or the sizes that the provider leaves as they are.
    struct Limit: Encodable {
        var code: String
        var measure: String
        var bound: String
        var imageCountMoreThan: Int?
        var scaledBelowPercent: Int?
        var condition: String?
        var evidence: String
        var source: String
        var table: String?
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
                retiresOn: table.retirement?.day,
                successor: table.retirement?.successor ?? table.instead,
                formats: table.acceptedFormats.map(\.rawValue),
                limits: table.limits.map(Limit.init)
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
            evidence: limit.evidence.rawValue,
            source: limit.source,
            table: limit.table
        )
        imageCountMoreThan = limit.condition?.imageCountMoreThan
        scaledBelowPercent = limit.condition?.scaledBelowPercent
        condition = limit.condition?.phrase
    }
}
