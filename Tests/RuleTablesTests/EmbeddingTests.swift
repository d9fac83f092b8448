import Foundation
import PreflightCore
import RuleTables
import Testing

/// The binary holds the folder `rules/tables`, no more and no less.
struct EmbeddingTests {
    static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(components: "rules", "tables")

    @Test func `every file of the folder is embedded as it is`() throws {
        let files = try FileManager.default
            .contentsOfDirectory(at: Self.folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        #expect(files.count >= 6)
        #expect(RuleTables.files.map(\.name) == files.map(\.lastPathComponent))
        for (embedded, file) in zip(RuleTables.files, files) {
            #expect(embedded.bytes == Array(try Data(contentsOf: file)), "\(embedded.name)")
        }
    }

    @Test(arguments: RuleTables.files.map(\.name))
    func `a file is a right table and bears its model's name`(_ name: String) throws {
        let file = try #require(RuleTables.files.first { $0.name == name })
        let table = try RuleTable(json: file.bytes, file: file.name, extending: BuiltIn.base)
        #expect(name == "\(table.name).json")
    }
}
