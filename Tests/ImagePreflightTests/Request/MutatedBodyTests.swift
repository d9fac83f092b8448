import Fixtures
import Foundation
import ImagePreflight
import PreflightCore
import Testing

/// However a body is changed, an image in it is found, or told as one that was not understood.
struct MutatedBodyTests {
    static let shapes = DialectShape.sent + DialectShape.written

    /// Whether the body's image is found as an image, or told with a path.
    private static func isSeen(_ text: String) throws -> Bool {
        let body = try RequestBody(Array(text.utf8))
        return body.images.contains { image in
            switch image.content {
            case .embedded, .unclaimed, .missing: true
            case .remote, .uploaded: false
            }
        }
    }

    private static func text(_ shape: DialectShape) throws -> String {
        String(
            decoding: shape.body(of: try Fixture.pngRGB8.bytes(), declared: "image/png"),
            as: UTF8.self
        )
    }

    @Test(arguments: shapes)
    func `a renamed key hides no image`(_ shape: DialectShape) throws {
        let text = try Self.text(shape)
        let names = Set(text.matches(of: /"(\w+)\\?":/).map(\.1))
        #expect(!names.isEmpty)
        for name in names {
            for old in ["\"\(name)\":", "\\\"\(name)\\\":"] where text.contains(old) {
                let new = old.replacing(name, with: "\(name)X")
                #expect(try Self.isSeen(text.replacing(old, with: new)), "\(name)")
            }
        }
    }

    @Test(arguments: shapes)
    func `a level more hides no image`(_ shape: DialectShape) throws {
        let text = try Self.text(shape)
        for (open, close) in [("[", "]"), (#"{"x":"#, "}")] {
            #expect(try Self.isSeen(open + text + close))
            for name in Set(text.matches(of: /"(\w+)":/).map(\.1)) {
                let wrapped = text.replacing("\"\(name)\":\"", with: "\"\(name)\":\(open)\"")
                let isClosed = (try? Self.isSeen(Self.closing(wrapped, name, open, close))) ?? true
                #expect(isClosed, "\(name)")
            }
        }
    }

    /// The text in which the strings of the member `name` are inside one more value.
    private static func closing(
        _ text: String,
        _ name: Substring,
        _ open: String,
        _ close: String
    ) -> String {
        let start = "\"\(name)\":\(open)\""
        return text.split(separator: start, omittingEmptySubsequences: false).enumerated()
            .map { index, piece in
                guard index > 0, let end = piece.firstIndex(of: "\"") else { return String(piece) }
                return piece[...end] + close + piece[piece.index(after: end)...]
            }
            .joined(separator: start)
    }

    @Test(arguments: ["", "see ", "![x](", "x\\n", "{\\\"image\\\":\\\""])
    func `bytes in a text are told`(_ before: String) throws {
        let base64 = try Data(Fixture.jpegPhoto.bytes()).base64EncodedString()
        for data in [base64, "data:image/jpeg;base64,\(base64)"] {
            let text = #"{"messages":[{"role":"user","content":"\#(before)\#(data)"}]}"#
            let body = try RequestBody(Array(text.utf8))
            #expect(body.images.map(\.location) == ["messages[0].content"])
            guard case .unclaimed(let found)? = body.images.first?.content else {
                Issue.record("expected an image that no dialect claims")
                continue
            }
            #expect(found.format == .jpeg && found.place == .text)
        }
    }
}
