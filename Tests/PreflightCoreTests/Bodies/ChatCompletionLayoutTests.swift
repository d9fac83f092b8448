import Foundation
import PreflightCore
import Testing

/// The counted body has the length of one that is really written.
struct ChatCompletionLayoutTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let model: String
        let images: [ImageFacts]

        init(_ name: String, model: String = "databricks-gpt-5", _ images: [ImageFacts] = []) {
            testDescription = name
            self.model = model
            self.images = images
        }
    }

    static let cases =
        [
            Case("no image"),
            Case("nothing in an image", [image(.unknown, 0)]),
            Case("several", [image(.jpeg, 1), image(.png, 2), image(.webp, 3), image(.gif, 4)]),
            Case("twice the same", [image(.png, 100), image(.png, 100)]),
            Case("many", (0..<600).map { image(.png, $0) }),
            Case("a model without a name", model: "", [image(.png, 7)]),
            Case("quotes and slashes", model: #"a"b\c/d"#, [image(.png, 7)]),
            Case("controls", model: "\u{0}\u{1}\u{8}\t\n\u{B}\u{C}\r\u{10}\u{1F}\u{7F}"),
            Case("beyond ASCII", model: "modèle 模型 🖼 e\u{301}\u{2028}\u{202E}"),
        ]
        + (0...9).map { Case("\($0) bytes", [image(.jpeg, $0)]) }
        + ImageFormat.allCases.map { Case("\($0)", [image($0, 10)]) }

    @Test(arguments: cases)
    func `the count is the length of the written body`(_ c: Case) throws {
        let written = try Body(model: c.model, images: c.images).json()
        #expect(ChatCompletionLayout.byteCount(model: c.model, images: c.images) == written.count)
    }

    @Test
    func `the body is the one of the contract`() throws {
        let expected =
            #"{"messages":[{"content":[{"text":"","type":"text"},{"image_url":{"url":"#
            + #""data:image/png;base64,AAAA"},"type":"image_url"}],"role":"user"}],"model":"m"}"#
        let images = [Self.image(.png, 3)]
        #expect(
            try String(bytes: Body(model: "m", images: images).json(), encoding: .utf8) == expected
        )
        #expect(ChatCompletionLayout.byteCount(model: "m", images: images) == expected.utf8.count)
    }

    @Test(arguments: [
        ("plain", "plain"), (#"a"b"#, #"a\"b"#), (#"a\b"#, #"a\\b"#), ("a/b", "a/b"),
        ("\u{8}\t\n\u{C}\r", #"\b\t\n\f\r"#), ("\u{0}\u{1F}", #"\u0000\u001f"#), ("é🖼", "é🖼"),
    ])
    func `text is escaped as a JSON string`(text: String, escaped: String) throws {
        #expect(ChatCompletionLayout.jsonEscaped(text) == escaped)
        let parsed = try JSONDecoder().decode([String].self, from: Data("[\"\(escaped)\"]".utf8))
        #expect(parsed == [text])
    }

    @Test(arguments: 0...12)
    func `base64 is counted with its padding`(byteCount: Int) {
        let written = Data(count: byteCount).base64EncodedString()
        #expect(Self.image(.png, byteCount).base64ByteCount == written.utf8.count)
    }

    private static func image(_ format: ImageFormat, _ byteCount: Int) -> ImageFacts {
        ImageFacts(format: format, byteCount: byteCount, header: .failure(.notDecodable))
    }
}

/// The body as Foundation writes it, without a piece in common with what is tested.
private struct Body: Encodable {
    struct Message: Encodable {
        var content: [Part]
        var role = "user"
    }

    struct Part: Encodable {
        struct Address: Encodable {
            var url: String
        }

        var type: String
        var text: String?
        var imageURL: Address?

        enum CodingKeys: String, CodingKey {
            case type
            case text
            case imageURL = "image_url"
        }
    }

    var messages: [Message]
    var model: String

    init(model: String, images: [ImageFacts]) {
        let parts = images.map { image in
            let base64 = Data(count: image.byteCount).base64EncodedString()
            let url = "data:\(image.format.mediaType);base64,\(base64)"
            return Part(type: "image_url", imageURL: Part.Address(url: url))
        }
        self.model = model
        messages = [Message(content: [Part(type: "text", text: "")] + parts)]
    }

    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self)
    }
}
