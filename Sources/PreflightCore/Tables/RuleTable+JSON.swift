extension RuleTable {
    /// The version of the tables' format that is read.
    static let schemaVersion = 1

    /// Reads a table and holds it against everything that a table has to be.
    ///
    /// The format is described in `rules/schema/rule-table.schema.json`. What the schema cannot say
    /// is checked too: sources are there and are cited, no limit is said twice, the formats are
    /// named.
    ///
    /// - Parameters:
    ///   - bytes: The JSON document (RFC 8259) in UTF-8.
    ///   - file: The file's name, for the error.
    /// - Throws: ``RuleTableError`` with every mistake in the file.
    public init(json bytes: [UInt8], file: String) throws(RuleTableError) {
        var decoder = RuleTableDecoder(bytes, file: file)
        guard let table = decoder.table(), !decoder.hasMistakes else { throw decoder.error }
        self = table
    }
}

extension RuleTableDecoder {
    /// The table that the document spells; nil only after a report.
    fileprivate mutating func table() -> RuleTable? {
        guard let object = object(document(), keys: .table) else { return nil }
        let version = RuleTable.schemaVersion
        _ = wholeNumber(object["schemaVersion"], in: version...version)
        _ = text(object["$schema"])
        let name = name(object["name"])
        let title = text(object["title"])
        let provider = text(object["provider"])
        let verifiedOn = day(object["verifiedOn"])
        let sources = sources(object["sources"])
        let limits = limits(object["limits"])
        let tokens = readings(object["tokens"])
        let dialects = dialects(object["dialects"]) ?? []
        let advice = advice(object["advice"]) ?? Advice()
        requireCitations(in: object)
        guard let name, let title, let provider, let verifiedOn, let sources, let limits,
            let tokens
        else { return nil }
        var table = RuleTable(
            name: name,
            title: title,
            provider: provider,
            verifiedOn: verifiedOn,
            sources: sources,
            limits: limits,
            tokens: tokens,
            advice: advice
        )
        table.dialects = dialects
        return table
    }
}
