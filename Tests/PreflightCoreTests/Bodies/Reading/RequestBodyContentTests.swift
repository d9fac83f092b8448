import PreflightCore
import Testing

/// Images that are not in the body, and parts that hold none.
struct RequestBodyContentTests {
    /// A content part and what it turns out to hold.
    struct Part: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var part: String
        var content: BodyImage.Content
    }

    /// The offset of the part in a body of ``BodySample/chat(_:)``.
    private static let start = #"{"model":"m","messages":[{"role":"user","content":["#.utf8.count

    /// The offset of the address in such a body.
    private static let address = start + #"{"type":"image_url","image_url":{"url":""#.utf8.count

    private static func source(_ members: String) -> String {
        #"{"type":"image","source":{\#(members)}}"#
    }

    private static func fault(_ way: String, _ found: String?, _ expected: String) -> PartFault {
        PartFault(path: "messages[0].content[0].\(way)", found: found, expected: expected)
    }

    static let parts = [
        Part(
            testDescription: "a web address",
            part: BodySample.imagePart(url: #"https:\/\/example.org/a.png"#),
            content: .remote("https://example.org/a.png")
        ),
        Part(
            testDescription: "a web address in capitals",
            part: BodySample.imagePart(url: "HTTP://EXAMPLE.ORG"),
            content: .remote("HTTP://EXAMPLE.ORG")
        ),
        Part(
            testDescription: "a source's address",
            part: source(#""type":"url","url":"https://example.org""#),
            content: .remote("https://example.org")
        ),
        Part(
            testDescription: "a file identifier",
            part: source(#""type":"file","file_id":"file_1""#),
            content: .uploaded("file_1")
        ),
        Part(
            testDescription: "a data URL without base64",
            part: BodySample.imagePart(url: "data:image/png,%89PNG"),
            content: .missing(.dataURLWithoutBase64(offset: address))
        ),
        Part(
            testDescription: "base64 as a media type",
            part: BodySample.imagePart(url: "data:base64,AAAA"),
            content: .missing(.dataURLWithoutBase64(offset: address))
        ),
        Part(
            testDescription: "a longer last parameter",
            part: BodySample.imagePart(url: "data:image/png;base64url,AAAA"),
            content: .missing(.dataURLWithoutBase64(offset: address))
        ),
        Part(
            testDescription: "base64 before another parameter",
            part: BodySample.imagePart(url: "data:image/png;base64;a=b,AAAA"),
            content: .missing(.dataURLWithoutBase64(offset: address))
        ),
        Part(
            testDescription: "a data URL without a comma",
            part: BodySample.imagePart(url: "data:image/png;base64"),
            content: .missing(.unknownAddress(offset: address))
        ),
        Part(
            testDescription: "base64 alone",
            part: BodySample.imagePart(url: BodySample.pixelBase64),
            content: .missing(.unknownAddress(offset: address))
        ),
        Part(
            testDescription: "an empty address",
            part: BodySample.imagePart(url: ""),
            content: .missing(.unknownAddress(offset: address))
        ),
        Part(
            testDescription: "no address",
            part: #"{"type":"image_url","image_url":{}}"#,
            content: .missing(
                .noImage(offset: start, fault("image_url.url", nil, "a data URL or an address"))
            )
        ),
        Part(
            testDescription: "an address that is null",
            part: #"{"type":"image_url","image_url":null}"#,
            content: .missing(
                .noImage(offset: start, fault("image_url", "null", "an object with “url”"))
            )
        ),
        Part(
            testDescription: "no source",
            part: #"{"type":"image"}"#,
            content: .missing(
                .noImage(offset: start, fault("source", nil, "an object with “data”"))
            )
        ),
        Part(
            testDescription: "no data",
            part: source(#""type":"base64""#),
            content: .missing(.noImage(offset: start, fault("source.data", nil, "base64")))
        ),
        Part(
            testDescription: "an address without a type",
            part: #"{"image_url":{"url":"data:image/png;base64,AAAA"}}"#,
            content: .missing(.noType(offset: start))
        ),
        Part(
            testDescription: "a source without a type of its part",
            part: #"{"source":{"type":"base64","media_type":"image/png","data":"AAAA"}}"#,
            content: .missing(.noType(offset: start))
        ),
        Part(
            testDescription: "a type that is no text",
            part: #"{"type":1,"image_url":"data:image/png;base64,AAAA"}"#,
            content: .missing(.noType(offset: start))
        ),
        Part(
            testDescription: "an unknown source",
            part: source(#""type":"telepathy","data":"AAAA""#),
            content: .missing(
                .noImage(offset: start, fault("source.type", "“telepathy”", "“base64”"))
            )
        ),
    ]

    @Test(arguments: parts)
    func `The content is told`(_ part: Part) throws {
        let body = try RequestBody(Array(BodySample.chat(part.part).utf8))
        let image = try #require(body.images.first)
        #expect(image.content == part.content)
        #expect(image.partRange == Self.start..<(Self.start + part.part.utf8.count))
        #expect(image.declaredMediaType == nil)
        #expect(throws: BodyImageError.self) { try body.imageBytes(of: image) }
    }

    /// Content that is a part instead of an array of parts.
    struct Lone: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var body: String
        var location: String
    }

    private static let lonePart = source(
        #""type":"base64","media_type":"image/png","data":"AAAA""#
    )

    @Test(arguments: [
        Lone(
            testDescription: "of a message",
            body: #"{"messages":[{"role":"user","content":\#(lonePart)}]}"#,
            location: "messages[0].content"
        ),
        Lone(
            testDescription: "of a tool's result",
            body: BodySample.chat(#"{"type":"tool_result","content":\#(lonePart)}"#),
            location: "messages[0].content[0].content"
        ),
    ])
    func `A part without its array is a mistake, and a text brings the array`(
        _ lone: Lone
    ) throws {
        let body = try RequestBody(Array(lone.body.utf8))
        let image = try #require(body.images.first)
        #expect(image.location == lone.location)
        #expect(image.content == .missing(.lonePart(offset: image.partRange.lowerBound)))
        #expect(body.bytes[image.partRange].elementsEqual(Self.lonePart.utf8))
        let text = String(decoding: body.rewritten([0: .text("x")]), as: UTF8.self)
        #expect(
            text == lone.body.replacing(Self.lonePart, with: #"[{"type":"text","text":"x"}]"#)
        )
    }

    @Test
    func `Inside a part without its array, only the part itself is misplaced`() throws {
        let inner = BodySample.imagePart(url: "data:image/png;base64,AAAA")
        let body = try RequestBody(
            Array(
                BodySample.chat(
                    #"{"type":"tool_result","content":{"type":"tool_result","content":[\#(inner)]}}"#
                )
                .utf8
            )
        )
        #expect(body.images.map(\.location) == ["messages[0].content[0].content.content[0]"])
        #expect(try body.imageBytes(of: body.images[0]) == [0, 0, 0])
    }

    @Test
    func `A mistake in base64 is placed in the body`() throws {
        let part = BodySample.imagePart(url: "data:;base64,AAAAA-AA")
        let body = try RequestBody(Array(BodySample.chat(part).utf8))
        let offset = Self.address + "data:;base64,AAAAA".utf8.count
        let error = BodyImageError.malformedBase64(
            .foreignCharacter(UInt8(ascii: "-"), offset: offset)
        )
        #expect(throws: error) { try body.imageBytes(of: body.images[0]) }
        #expect(error.offset == offset)
    }

    @Test(arguments: [8_192, 8_193, 20_000])
    func `Long addresses are cut between characters`(_ byteCount: Int) throws {
        let head = #"https:\/\/"#
        for character in ["a", "ä", "日", "😀", #"\n"#, #"\u00e9"#, #"\ud83d\ude00"#] {
            let repeats = (byteCount - head.utf8.count) / character.utf8.count
            let url = head + String(repeating: character, count: repeats)
            let body = try RequestBody(
                Array(BodySample.chat(BodySample.imagePart(url: url)).utf8)
            )
            guard case .remote(let address) = body.images[0].content else {
                Issue.record("not remote: \(character)")
                continue
            }
            let kept = min(repeats, (8_192 - head.utf8.count) / character.utf8.count)
            #expect(address.unicodeScalars.count == "https://".count + kept)
        }
    }
}
