import Foundation
import PreflightCore
import Testing

@testable import imgcheck

/// `docs/rules.md` and the README say what the pages of the finding codes say.
struct RuleDocumentTests {
    @Test func `docs/rules.md is what explain prints`() throws {
        let isFresh = try Self.document("docs", "rules.md") == FindingPageMarkdown.document
        #expect(isFresh, "docs/rules.md is out of date; write it anew with: ./run docs")
    }

    @Test(arguments: FindingCode.allCases)
    func `the README lists the code with severity and title`(_ code: FindingCode) throws {
        let link = "[\(code.rawValue)](docs/rules.md#\(code.rawValue.lowercased()))"
        let row = "| \(link) | \(code.page.severity.rawValue) | \(code.page.title) |"
        let isListed = try Self.document("README.md").split(separator: "\n").contains { $0 == row }
        #expect(isListed, "Expected in README.md, under What is checked: \(row)")
    }

    /// A file of the repository, by its path from the root.
    private static func document(_ path: String...) throws -> String {
        let root = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let file = path.reduce(root) { $0.appending(path: $1) }
        return try String(contentsOf: file, encoding: .utf8)
    }
}
