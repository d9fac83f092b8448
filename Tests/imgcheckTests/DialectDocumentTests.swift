import Foundation
import PreflightCore
import Testing

@testable import imgcheck

/// `docs/dialects.md` says what the dialects declare, and what it shows is read.
struct DialectDocumentTests {
    @Test func `docs/dialects.md is what dialects prints`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/dialects.md").standardizedFileURL
        let isFresh = try String(contentsOf: file, encoding: .utf8) == DialectMarkdown.document
        #expect(isFresh, "docs/dialects.md is out of date; write it anew with: ./run docs")
    }

    @Test(arguments: Dialect.all)
    func `an example is read as an image of its dialect`(_ dialect: Dialect) throws {
        for image in dialect.images {
            let part = image.example.replacing("…", with: "AAAANSUhEUg==")
            let lists = dialect.parts + dialect.asides.map(\.path)
            let found = try lists.contains { path in
                let isTurn = dialect.parts.contains(path)
                let list = path.description.isEmpty ? "" : "\(path)"
                let turn = list.isEmpty ? part : Self.nested(part, at: list)
                let text = isTurn ? Self.nested(turn, at: "\(dialect.turns[0])") : turn
                let body = try RequestBody(Array(text.utf8))
                return body.images.first?.dialect == dialect
            }
            #expect(found, "\(part)")
        }
    }

    /// A value at the end of a way, as in `messages[].content[]`.
    private static func nested(_ value: String, at way: String) -> String {
        way.split(separator: ".").reversed()
            .reduce(value) { value, step in
                let name = step.prefix { $0 != "[" }
                return "{\"\(name)\": \(step.hasSuffix("[]") ? "[\(value)]" : value)}"
            }
    }

    @Test func `the list names every dialect`() {
        for dialect in Dialect.all {
            #expect(DialectListText.text.contains(dialect.title))
        }
    }
}
