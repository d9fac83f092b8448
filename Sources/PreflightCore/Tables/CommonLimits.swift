/// Limits that every table has which says nothing else of the same.
public struct CommonLimits: Sendable, Hashable {
    /// The limits.
    public var limits: [Limit]

    /// The pages that they cite, by key.
    public var sources: [String: RuleSource]

    /// The file that says so.
    public var file: String

    /// Reads limits, written as those of a table.
    ///
    /// - Parameters:
    ///   - bytes: The JSON document (RFC 8259) in UTF-8.
    ///   - file: The file's name, for the error.
    /// - Throws: ``RuleTableError`` with every mistake in the file.
    public init(json bytes: [UInt8], file: String) throws(RuleTableError) {
        var decoder = RuleTableDecoder(bytes, file: file, today: nil)
        guard let (limits, sources) = decoder.commonLimits(), !decoder.hasMistakes else {
            throw decoder.error
        }
        (self.limits, self.sources, self.file) = (limits, sources, file)
    }
}

extension RuleTable {
    /// The table with those limits of all tables that it does not set itself.
    package func taking(_ common: CommonLimits) -> RuleTable {
        let missing = common.limits
            .filter { limit in
                !limits.contains { $0.code == limit.code && $0.measure == limit.measure }
            }
            .map { limit in
                var limit = limit
                limit.table = common.file
                return limit
            }
        var table = self
        // A stable order: limits are listed by their codes.
        let place = limits.firstIndex { $0.code.rawValue > missing.first?.code.rawValue ?? "" }
        table.limits.insert(contentsOf: missing, at: place ?? limits.endIndex)
        for limit in missing where table.sources[limit.source] == nil {
            table.sources[limit.source] = common.sources[limit.source]
            table.inheritance.sources[limit.source] = common.file
        }
        return table
    }
}

extension RuleTableDecoder {
    /// The limits that the document spells; nil only after a report.
    fileprivate mutating func commonLimits() -> (limits: [Limit], sources: [String: RuleSource])? {
        guard let document = document(), let object = object(document, keys: .common) else {
            return nil
        }
        schemaVersion = wholeNumber(object["schemaVersion"], in: RuleTable.schemaVersions)
        let sources = sources(object["sources"], beside: nil)
        let limits = limits(object["limits"], standsAlone: false)
        requireCitations(in: object)
        guard let sources, let limits else { return nil }
        return (limits, sources)
    }
}
