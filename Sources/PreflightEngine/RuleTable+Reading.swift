public import FoundationEssentials
public import PreflightCore

extension RuleTable {
    /// Reads a table from JSON; what it extends is looked for among other tables.
    ///
    /// - Parameters:
    ///   - json: The document (RFC 8259) in UTF-8, as `rules/schema/rule-table.schema.json` describes
    ///     it.
    ///   - name: What errors call it.
    ///   - library: The tables that it may extend.
    /// - Throws: ``RuleTableError`` with every mistake.
    public init(
        json: Data,
        named name: String = "table.json",
        extending library: RuleLibrary = .builtIn
    ) throws(RuleTableError) {
        let table = try RuleTable(json: Array(json), file: name) { library.base(named: $0) }
        self = table.withCommonLimits
    }

    /// Reads a table from a file; what it extends is looked for among other tables.
    ///
    /// - Parameters:
    ///   - url: The file.
    ///   - library: The tables that it may extend.
    /// - Throws: ``RuleTableError`` with every mistake, or a `CocoaError` where the file cannot be
    ///   read.
    public init(contentsOf url: URL, extending library: RuleLibrary = .builtIn) throws {
        try self.init(
            json: Data(contentsOf: url),
            named: url.lastPathComponent,
            extending: library
        )
    }
}
