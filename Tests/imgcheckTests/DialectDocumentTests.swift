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
        for (index, image) in dialect.images.enumerated() {
            let part = image.example.replacing("…", with: "AAAANSUhEUg==")
            let lists = dialect.parts + dialect.asides.map(\.path)
            let found = try lists.contains { path in
                let isTurn = dialect.parts.contains(path)
                let list = path.description.isEmpty ? "" : "\(path)"
                let turn = list.isEmpty ? part : Self.nested(part, at: list)
                let text = isTurn ? Self.nested(turn, at: "\(dialect.turns[0])") : turn
                let body = try RequestBody(Array(text.utf8))
                guard let read = body.images.first, body.images.count == 1,
                    read.dialect == dialect, read.spellingIndex == index
                else { return false }
                return Self.isRead(read, of: body, as: image.holds)
            }
            #expect(found, "\(part)")
        }
    }

    /// Whether an image was read as what its spelling holds, with nothing amiss.
    private static func isRead(
        _ image: BodyImage,
        of body: RequestBody,
        as holding: Dialect.Holding
    ) -> Bool {
        switch (holding, image.content) {
        case (.identifier, .uploaded), (.address, .remote): return true
        case (.base64, .embedded), (.dataURL, .embedded), (.anything, .embedded):
            guard let file = try? body.file(of: image), file.faults.isEmpty else { return false }
            let types = image.declaredMediaTypes
            return file.bytes.starts(with: [0x89, 0x50, 0x4E, 0x47])
                && types.allSatisfy { $0 == "image/png" }
        default: return false
        }
    }

    @Test(arguments: Dialect.all)
    func `a dialect by itself is plain text, a sentence and an example for each spelling`(
        _ dialect: Dialect
    ) {
        let text = DialectText(dialect: dialect).text
        #expect(!text.contains("`") && !text.contains("##") && text.hasSuffix("\n"))
        for image in dialect.images {
            #expect(text.contains(image.sentence.replacing("`", with: "")))
            #expect(text.contains("\n    \(image.example)\n"))
            #expect(image.sentence.hasSuffix(".") && image.sentence.first?.isUppercase == true)
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
