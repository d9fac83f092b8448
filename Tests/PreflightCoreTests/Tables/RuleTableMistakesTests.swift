import PreflightCore
import Testing

/// Every way in which a table can be wrong, and the place that is named.
struct RuleTableMistakesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// What to look for in the right table, and what to put in its place.
        let change: (from: String, to: String)
        /// The key paths of the mistakes, in the order of the file.
        let keyPaths: [String]
        /// A part of the first message.
        let message: String

        init(
            _ description: String,
            _ from: String,
            _ to: String,
            at keyPaths: String...,
            saying message: String
        ) {
            testDescription = description
            change = (from, to)
            self.keyPaths = keyPaths
            self.message = message
        }
    }

    @Test(arguments: documentCases + sourceCases + limitCases + conditionCases + tokenCases)
    func `a mistake is named in its place`(_ c: Case) {
        let text = Self.table.replacing(c.change.from, with: c.change.to, maxReplacements: 1)
        #expect(text != Self.table)
        let error = #expect(throws: RuleTableError.self) {
            try RuleTable(json: Array(text.utf8), file: "m.json")
        }
        #expect(error?.mistakes.map(\.keyPath) == c.keyPaths)
        #expect(error?.mistakes.first?.message.contains(c.message) == true)
    }

    @Test func `the table that the mistakes are put into is right`() throws {
        let table = try RuleTable(json: Array(Self.table.utf8), file: "m.json")
        #expect(table.limits.count == 2)
        #expect(table.acceptedFormats == [.jpeg])
    }

    @Test func `a mistake has line and column`() {
        let text = "{\n  \"schemaVersion\": 1,\n  \"näme\": 1\n}"
        let error = #expect(throws: RuleTableError.self) {
            try RuleTable(json: Array(text.utf8), file: "m.json")
        }
        let mistake = error?.mistakes.first { $0.keyPath == "[\"näme\"]" }
        #expect(mistake?.line == 3)
        #expect(mistake?.column == 3)
        #expect(error?.description.contains("m.json:3:3: [\"näme\"]: There is no key") == true)
    }

    @Test func `a table cut anywhere is refused`() {
        let bytes = Array(Self.table.utf8)
        for count in 0..<(bytes.count - 1) {
            #expect(throws: RuleTableError.self) {
                try RuleTable(json: Array(bytes.prefix(count)), file: "m.json")
            }
        }
    }
}

// MARK: - The right table and parts of wrong ones

extension RuleTableMistakesTests {
    static let source = """
        { "title": "P", "address": "https://example.com", "checkedOn": "2026-11-22" }
        """
    static let formatLimit = """
        { "code": "IMG101", "measure": "format", "oneOf": ["jpeg"], "source": "page",
          "evidence": "documented" }
        """
    static let edgeLimit = """
        { "code": "IMG201", "measure": "longEdgePixels", "atMost": 8000,
          "evidence": "documented", "source": "page", "note": "n" }
        """
    static let table = """
        {
          "schemaVersion": 2,
          "name": "m", "title": "M",
          "provider": "P",
          "verifiedOn": "2026-11-22",
          "sources": { "page": \(source) },
          "limits": [\(formatLimit), \(edgeLimit)],
          "tokens": [],
          "advice": { "pictures": ["sharp"] }
        }
        """

    static func frameLimit(_ code: String, _ count: Int, _ more: String = "") -> String {
        """
        { "code": "\(code)", "measure": "frameCount", "atMost": \(count), \(more)
          "evidence": "documented", "source": "page" }
        """
    }

    static func targetLimit(_ target: String) -> String {
        """
        { "code": "IMG203", "measure": "displaySize", "within": \(target),
          "evidence": "documented", "source": "page" }
        """
    }

    static func reading(_ members: String) -> String {
        "\"tokens\": [{ \(members)\"evidence\": \"documented\", \"source\": \"page\" }]"
    }
}
