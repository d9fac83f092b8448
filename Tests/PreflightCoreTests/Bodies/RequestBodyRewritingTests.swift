import PreflightCore
import Testing

/// A rewritten body differs in what was replaced and in nothing else.
struct RequestBodyRewritingTests {
    private static let file: [UInt8] = [0xFF, 0xD8, 0xFF, 0xD9, 0x00]
    private static let fileBase64 = "/9j/2QA="

    private static func rewritten(
        _ text: String,
        _ replacements: [Int: BodyReplacement]
    ) throws -> String {
        let body = try RequestBody(Array(text.utf8))
        return String(decoding: body.rewritten(replacements), as: UTF8.self)
    }

    @Test(arguments: ["{}", "\n{ }\r\n\r\n", BodySample.mixed, "{}\n\n{\"messages\":[]}"])
    func `Without replacements nothing changes`(_ text: String) throws {
        #expect(try Self.rewritten(text, [:]) == text)
    }

    /// A part, and the same with ``file`` in it.
    struct Part: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var before: String
        var after: String
    }

    private static func chatPart(_ before: String, _ after: String, _ name: String) -> Part {
        Part(
            testDescription: name,
            before: BodySample.imagePart(url: before),
            after: BodySample.imagePart(url: after)
        )
    }

    private static func sourcePart(_ before: String, _ after: String, _ name: String) -> Part {
        Part(
            testDescription: name,
            before: #"{"type":"image","source":{\#(before)},"x": 1}"#,
            after: #"{"type":"image","source":{\#(after)},"x": 1}"#
        )
    }

    static let parts = [
        chatPart(
            "data:image/png;base64,AAAA",
            "data:image/jpeg;base64,\(fileBase64)",
            "a media type"
        ),
        chatPart(
            "data:image/jpeg;base64,",
            "data:image/jpeg;base64,\(fileBase64)",
            "no base64 at all"
        ),
        chatPart("data:;base64,AAAA", "data:image/jpeg;base64,\(fileBase64)", "no media type"),
        chatPart(
            "data:;a=b;base64,AAAA",
            "data:image/jpeg;base64,\(fileBase64)",
            "a parameter alone"
        ),
        chatPart(
            #"data:image\/jpg;q=1;base64,AAAA"#,
            "data:image/jpeg;base64,\(fileBase64)",
            "escapes"
        ),
        chatPart(
            #"data:image\/jpeg;base64,A\/\/="#,
            #"data:image\/jpeg;base64,\#(fileBase64)"#,
            "the same media type with escapes"
        ),
        sourcePart(
            #""media_type" : "a","type":"base64","data":"AAAA""#,
            #""media_type" : "image/jpeg","type":"base64","data":"\#(fileBase64)""#,
            "a source"
        ),
        sourcePart(
            #" "type":"base64","data":"AAAA""#,
            #""media_type":"image/jpeg", "type":"base64","data":"\#(fileBase64)""#,
            "a source without media type"
        ),
        sourcePart(
            #""data":"AAAA","media_type":[1, 2] ,"type":"base64""#,
            #""data":"\#(fileBase64)","media_type":"image/jpeg" ,"type":"base64""#,
            "a source with a media type that is no string"
        ),
    ]

    @Test(arguments: parts)
    func `Another file changes base64 and media type`(_ part: Part) throws {
        let text = BodySample.chat(part.before) + "\n"
        let after = try Self.rewritten(text, [0: .image(Self.file, mediaType: "image/jpeg")])
        #expect(after == BodySample.chat(part.after) + "\n")
        let body = try RequestBody(Array(after.utf8))
        #expect(body.images[0].declaredMediaType == "image/jpeg")
        #expect(try body.imageBytes(of: body.images[0]) == Self.file)
    }

    static let retyped = [
        chatPart(
            #"data:image\/png;a=b;base64,A\/\u002F="#,
            #"data:image/jpeg;base64,A\/\u002F="#,
            "another media type"
        ),
        chatPart(
            #"data:image\/jpeg;base64,A\/8="#,
            #"data:image\/jpeg;base64,A\/8="#,
            "the same media type"
        ),
        chatPart("data:;base64,AA==", "data:image/jpeg;base64,AA==", "no media type"),
        sourcePart(
            #""media_type" : "a","type":"base64","data":"A\/8=""#,
            #""media_type" : "image/jpeg","type":"base64","data":"A\/8=""#,
            "a source"
        ),
        chatPart("https://a", "https://a", "an address"),
    ]

    @Test(arguments: retyped)
    func `Another media type leaves the base64 as it is spelled`(_ part: Part) throws {
        let text = BodySample.chat(part.before)
        let after = try Self.rewritten(text, [0: .mediaType("image/jpeg")])
        #expect(after == BodySample.chat(part.after))
    }

    @Test
    func `A text takes the place of the whole part`() throws {
        let image = BodySample.imagePart(url: "https://example.org")
        let text = BodySample.chat("0, \(image) ,1")
        let after = try Self.rewritten(text, [0: .text("a \"\\/\u{1}\n日")])
        #expect(
            after == BodySample.chat(#"0, {"type":"text","text":"a \"\\/\u0001\n日"} ,1"#)
        )
    }

    @Test
    func `What is not in the body stays`() throws {
        let text = BodySample.chat(BodySample.imagePart(url: "https://example.org"))
        let replacement = BodyReplacement.image(Self.file, mediaType: "image/jpeg")
        #expect(try Self.rewritten(text, [0: replacement]) == text)
        #expect(try Self.rewritten(text, [1: replacement, -1: .text("")]) == text)
    }

    @Test
    func `Both interfaces at once`() throws {
        let after = try Self.rewritten(
            BodySample.mixed,
            [0: .text("gone"), 1: .image(Self.file, mediaType: "image/jpeg")]
        )
        let body = try RequestBody(Array(after.utf8))
        #expect(body.images.map(\.location) == ["messages[2].content[0].content[1]"])
        #expect(try body.imageBytes(of: body.images[0]) == Self.file)
    }

    @Test
    func `One image of a long conversation`() throws {
        let turns = (0..<100)
            .map { turn in
                let base64 = Base64.encode(Array(repeating: UInt8(turn), count: 1_000 + turn))
                let url = "data:image/png;base64," + String(decoding: base64, as: UTF8.self)
                return #"{"role":"user", "content":[{"type":"text","text":"\#(turn)"}, "#
                    + BodySample.imagePart(url: url) + "]}"
            }
        let before = Array((#"{"messages":["# + turns.joined(separator: ",\n") + "]}").utf8)
        let body = try RequestBody(before)
        #expect(body.images.count == 100)
        let image = body.images[41]
        #expect(image.location == "messages[41].content[1]")
        let file = [UInt8](repeating: 7, count: 2_000_000)
        let after = body.rewritten([41: .image(file, mediaType: "image/webp")])
        let head = before[..<image.partRange.lowerBound]
        let tail = before[image.partRange.upperBound...]
        #expect(after.starts(with: head))
        #expect(after.suffix(tail.count) == tail)
        let repaired = try RequestBody(after)
        #expect(try repaired.imageBytes(of: repaired.images[41]) == file)
        #expect(repaired.images.map(\.location) == body.images.map(\.location))
        #expect(repaired.images[41].declaredMediaType == "image/webp")
    }
}
