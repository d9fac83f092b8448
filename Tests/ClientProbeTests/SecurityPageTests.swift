import Foundation
import Testing

/// Each promise of the security page names tests, and the tests are there.
struct SecurityPageTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The last column of the table: threat by threat, what holds the defence.
    private static func promises() throws -> [(threat: String, tests: String)] {
        let page = try String(contentsOf: root.appending(path: "SECURITY.md"), encoding: .utf8)
        let rows = page.split(separator: "\n").drop { !$0.hasPrefix("| threat |") }
        return rows.dropFirst(2).prefix(while: { $0.hasPrefix("| ") })
            .map { row in
                let cells = row.split(separator: "|").map(String.init)
                return (cells[0], cells.count == 3 ? cells[2] : "")
            }
    }

    /// The suites in all files of tests.
    private static func suites() throws -> Set<String> {
        let folder = root.appending(path: "Tests")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var names: Set<String> = []
        while let file = files?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                guard let match = line.firstMatch(of: #/^(?:final class|struct) (\w+Tests)\b/#)
                else { continue }
                names.insert(String(match.1))
            }
        }
        return names
    }

    @Test
    func `each promise names tests that are there`() throws {
        let suites = try Self.suites()
        let promises = try Self.promises()
        #expect(promises.count > 10)
        for promise in promises {
            let names = promise.tests.matches(of: #/`(\w+Tests)`/#).map { String($0.1) }
            #expect(!names.isEmpty, "\(promise.threat)")
            for name in names { #expect(suites.contains(name), "\(name)") }
        }
    }
}
