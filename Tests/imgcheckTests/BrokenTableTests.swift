import Foundation
import Testing

/// `rules lint` on tables with one mistake each: file, line, column, key path, one sentence.
///
/// The tables stand in `BrokenTables`, and what is said of them in its `expected.txt`.
struct BrokenTableTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "BrokenTables")

    private static func expected() throws -> [String] {
        let file = folder.appending(path: "expected.txt")
        return try String(contentsOf: file, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    @Test
    func `every mistake is named in its place`() throws {
        let run = try Program.run(
            ["rules", "lint", "."],
            in: Self.folder.path(percentEncoded: false)
        )
        #expect(run.status == 1)
        #expect(run.errors == "")
        let lines = run.output.split(separator: "\n").map(String.init)
        let expected = try Self.expected()
        #expect(lines.count == expected.count)
        for (line, expected) in zip(lines, expected) { #expect(line == expected) }
    }

    @Test
    func `there are at least 60, each with one line`() throws {
        let names = try FileManager.default
            .contentsOfDirectory(atPath: Self.folder.path(percentEncoded: false))
            .filter { $0.hasSuffix(".json") }
        let lines = try Self.expected()
        #expect(lines.count == names.count)
        for name in names {
            #expect(lines.count { $0.hasPrefix("./\(name):") } == 1, "\(name)")
        }
        #expect(lines.count { !$0.hasSuffix("no mistake") } >= 60)
    }

    @Test
    func `a mistake has a place, a sentence and an end`() throws {
        for line in try Self.expected() where !line.hasSuffix("no mistake") {
            let isOfTwoFiles = line.contains("is the name of the")
            #expect(isOfTwoFiles || line.contains(#/^\./[a-z0-9-]+\.json:\d+:\d+: /#), "\(line)")
            #expect(line.hasSuffix(".") || line.hasSuffix("?"), "\(line)")
        }
    }
}
