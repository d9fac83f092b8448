import ImagePreflight
import PreflightCore

/// The built-in tables by short names.
enum BuiltIn {
    /// The founding tables, and one of each kind that the others add.
    static let names =
        RuleLibrary.builtIn.names.filter { founding.contains($0) }
        + ["bedrock-claude-sonnet-4-5", "fireworks", "gemini-2.5-pro", "deepseek-flash"]

    static let founding: Set<String> = [
        claude, gemma, gpt5, gpt5Mini, "databricks-gpt-5-nano", llama,
    ]

    static let tables = RuleLibrary.builtIn.tables.filter { names.contains($0.name) }

    static func table(_ model: String) throws -> RuleTable {
        try RuleLibrary.builtIn.table(named: model)
    }

    static let claude = "databricks-claude-3-7-sonnet"
    static let gemma = "databricks-gemma-3-12b"
    static let gpt5 = "databricks-gpt-5"
    static let gpt5Mini = "databricks-gpt-5-mini"
    static let llama = "databricks-llama-4-maverick"
}
