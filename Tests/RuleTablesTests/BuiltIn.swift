import PreflightCore
import RuleTables
import Testing

/// The embedded tables by name.
enum BuiltIn {
    /// The table of `model`.
    static func table(_ model: String) throws -> RuleTable {
        let file = try #require(RuleTables.files.first { $0.name == "\(model).json" })
        return try RuleTable(json: file.bytes, file: file.name, extending: base)
    }

    /// The embedded table that another extends.
    static func base(_ name: String) -> BaseTable {
        (try? table(name)).map { .found($0) } ?? .unknown(nearest: [])
    }
}
