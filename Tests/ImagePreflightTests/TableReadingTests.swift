import Foundation
import ImagePreflight
import Testing

/// A table of one's own is read from bytes and from a file, and may extend a built-in one.
struct TableReadingTests {
    static let extending = """
        {
          "schemaVersion": 2,
          "name": "our-gateway",
          "title": "Our gateway",
          "extends": "databricks-gpt-5",
          "verifiedOn": "2026-11-26"
        }
        """

    @Test
    func `a table of bytes extends a built-in one`() throws {
        let table = try RuleTable(json: Data(Self.extending.utf8))
        let base = try RuleLibrary.builtIn.table(named: "databricks-gpt-5")
        #expect(table.name == "our-gateway")
        #expect(Set(table.limits.map(\.code)) == Set(base.limits.map(\.code)))
    }

    @Test
    func `a file says the same`() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).json")
        try Data(Self.extending.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let table = try RuleTable(contentsOf: file)
        #expect(try table == RuleTable(json: Data(Self.extending.utf8)))
    }

    @Test
    func `a mistake is told with the name that was given`() {
        let broken = Data(Self.extending.replacing("databricks-gpt-5", with: "nobody").utf8)
        let error = #expect(throws: RuleTableError.self) {
            try RuleTable(json: broken, named: "ours.json")
        }
        #expect(error?.description.contains("ours.json") == true)
        #expect(throws: RuleTableError.self) {
            try RuleTable(json: Data(Self.extending.utf8), extending: RuleLibrary())
        }
    }

    @Test
    func `a file that is not there is an error`() {
        #expect(throws: CocoaError.self) {
            try RuleTable(contentsOf: URL(filePath: "/nowhere/table.json"))
        }
    }
}
