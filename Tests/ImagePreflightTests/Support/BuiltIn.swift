import ImagePreflight
import PreflightCore

/// The built-in tables by short names.
enum BuiltIn {
    static let tables = RuleLibrary.builtIn.tables

    static func table(_ model: String) throws -> RuleTable {
        try RuleLibrary.builtIn.table(named: model)
    }

    static let claude = "databricks-claude-3-7-sonnet"
    static let gemma = "databricks-gemma-3-12b"
    static let gpt5 = "databricks-gpt-5"
    static let gpt5Mini = "databricks-gpt-5-mini"
    static let llama = "databricks-llama-4-maverick"
}
