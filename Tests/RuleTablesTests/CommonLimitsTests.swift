import PreflightCore
import RuleTables
import Testing

/// The limits that every table has, and how a table sets its own.
struct CommonLimitsTests {
    static func common() throws -> CommonLimits {
        try CommonLimits(json: RuleTables.common.bytes, file: RuleTables.common.name)
    }

    @Test func `they can be read, and cite what is there`() throws {
        let common = try Self.common()
        #expect(
            common.limits.map(\.measure) == [.contrastLevels, .sharpnessPercent, .textHeightPixels]
        )
        #expect(common.limits.allSatisfy { common.sources[$0.source] != nil })
    }

    @Test(arguments: RuleTables.files.map(\.name))
    func `a table has them once, with their sources`(_ name: String) throws {
        let model = String(name.dropLast(".json".count))
        let table = try BuiltIn.table(model).taking(Self.common())
        #expect(table.limits.count { $0.code == .hardToSee } == 3)
        #expect(table.limits.allSatisfy { table.sources[$0.source] != nil })
        #expect(try table.taking(Self.common()) == table)
    }

    @Test func `a limit of the table's own wins`() throws {
        var table = try BuiltIn.table("databricks-gpt-5")
        let own = Limit(
            code: .hardToSee,
            measure: .textHeightPixels,
            bound: .atLeast(9),
            evidence: .measured,
            source: "vision"
        )
        table.limits.append(own)
        let text = try table.taking(Self.common()).limits
            .filter { $0.measure == .textHeightPixels }
        #expect(text == [own])
    }

    @Test(arguments: [
        #"{ "schemaVersion": 2, "sources": {}, "limits": [], "name": "a" }"#,
        #"{ "schemaVersion": 2, "sources": {} }"#,
        "[]",
    ])
    func `what is no list of limits is refused`(_ text: String) {
        #expect(throws: RuleTableError.self) {
            _ = try CommonLimits(json: Array(text.utf8), file: "common.json")
        }
    }
}
