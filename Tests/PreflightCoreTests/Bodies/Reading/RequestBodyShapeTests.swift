import PreflightCore
import Testing

/// Images are found in every shape of body, under the path that a report names.
struct RequestBodyShapeTests {
    /// A body with one image.
    struct Shape: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var body: String
        var location = "messages[0].content[0]"
        var mediaType = "image/png"
        var dialect = "chat"
    }

    private static let url = "data:image/png;base64,\(BodySample.pixelBase64)"
    private static let part = BodySample.imagePart(url: url)
    private static let source =
        #""source":{"type":"base64","media_type":"image/png","data":"\#(BodySample.pixelBase64)"}"#
    private static let anthropicPart = #"{"type":"image",\#(source)}"#

    static let chatShapes = [
        Shape(testDescription: "a data URL", body: BodySample.chat(part)),
        Shape(
            testDescription: "the type after the image",
            body: BodySample.chat(#"{"image_url":{"url":"\#(url)"},"type":"image_url"}"#)
        ),
        Shape(
            testDescription: "the address without an object",
            body: BodySample.chat(#"{"type":"image_url","image_url":"\#(url)"}"#)
        ),
        Shape(
            testDescription: "after a text, in a later message",
            body: #"{"messages":[{"content":"a"},{"content":[{"type":"text"},\#(part)]}]}"#,
            location: "messages[1].content[1]"
        ),
        Shape(
            testDescription: "slashes escaped",
            body: BodySample.chat(part.replacing("/", with: #"\/"#))
        ),
        Shape(
            testDescription: "names, scheme and base64 escaped",
            body: BodySample.chat(
                part.replacing("image_url", with: #"im\u0061ge_url"#)
                    .replacing("data:", with: #"d\u0061ta\u003A"#)
                    .replacing("iVBOR", with: #"\u0069V\u0042OR"#)
                    .replacing("A=", with: #"A\u003d"#)
            )
        ),
        Shape(
            testDescription: "capital letters in scheme and parameter",
            body: BodySample.chat(
                part.replacing("data:", with: "DATA:")
                    .replacing("base64", with: "BASE64")
            )
        ),
        Shape(
            testDescription: "parameters of the media type",
            body: BodySample.chat(part.replacing("png;", with: "png;charset=utf-8;x=base64;"))
        ),
        Shape(
            testDescription: "no media type",
            body: BodySample.chat(part.replacing("image/png", with: "")),
            mediaType: ""
        ),
        Shape(
            testDescription: "parameters alone",
            body: BodySample.chat(part.replacing("image/png", with: ";a=b")),
            mediaType: ""
        ),
        Shape(
            testDescription: "an unregistered media type",
            body: BodySample.chat(part.replacing("image/png", with: "image/jpg")),
            mediaType: "image/jpg"
        ),
        Shape(
            testDescription: "a tool's message of parts",
            body: #"{"messages":[{"role":"tool","content":[\#(part)]}]}"#
        ),
    ]

    static let anthropicShapes = [
        Shape(
            testDescription: "a source",
            body: BodySample.chat(anthropicPart),
            dialect: "anthropic"
        ),
        Shape(
            testDescription: "the source first",
            body: BodySample.chat(#"{\#(source),"type":"image"}"#),
            dialect: "anthropic"
        ),
        Shape(
            testDescription: "without media type",
            body: BodySample.chat(
                anthropicPart.replacing(#""media_type":"image/png","#, with: "")
            ),
            mediaType: "",
            dialect: "anthropic"
        ),
        Shape(
            testDescription: "the media type null",
            body: BodySample.chat(anthropicPart.replacing(#""image/png""#, with: "null")),
            mediaType: "",
            dialect: "anthropic"
        ),
        Shape(
            testDescription: "in a tool's result",
            body: BodySample.chat(
                #"{"type":"tool_result","content":[{"type":"text"},\#(anthropicPart)]}"#
            ),
            location: "messages[0].content[0].content[1]",
            dialect: "anthropic"
        ),
        Shape(
            testDescription: "in a document of parts",
            body: BodySample.chat(
                #"{"source":{"type":"content","content":[\#(anthropicPart)]},"type":"document"}"#
            ),
            location: "messages[0].content[0].source.content[0]",
            dialect: "anthropic"
        ),
    ]

    static let wrappedShapes = [
        Shape(
            testDescription: "a batch's body",
            body: #"{"custom_id":"1","body":\#(BodySample.chat(part))}"#,
            location: "body.messages[0].content[0]"
        ),
        Shape(
            testDescription: "a batch's params",
            body: #"{"params":\#(BodySample.chat(anthropicPart)),"custom_id":"1"}"#,
            location: "params.messages[0].content[0]",
            dialect: "anthropic"
        ),
        Shape(
            testDescription: "a repeated name, of which the last counts",
            body: #"{"messages":[{"content":[]}],"messages":[{"content":[],"#
                + #""content":[0,\#(part)]}]}"#,
            location: "messages[0].content[1]"
        ),
    ]

    @Test(arguments: chatShapes + anthropicShapes + wrappedShapes)
    func `The image is found`(_ shape: Shape) throws {
        let body = try RequestBody(Array(shape.body.utf8))
        let image = try #require(body.images.first)
        #expect(body.images.count == 1)
        #expect(image.location == shape.location)
        #expect(image.dialect?.name == shape.dialect)
        #expect(image.declaredMediaType == shape.mediaType)
        #expect(try body.imageBytes(of: image) == BodySample.pixel)
        let part = body.bytes[image.partRange]
        #expect(part.first == UInt8(ascii: "{") && part.last == UInt8(ascii: "}"))
    }

    @Test(arguments: [
        #"{"messages":[{"content":[{"type":"text","image_url":{"url":"data:,"}}]}]}"#,
        #"{"messages":[{"content":[{"source":{"type":"text","text":"a"}},{"image_url":{}}]}]}"#,
        #"{"messages":[{"content":{"type":"text"}},{"content":[{"content":{"type":"text"}}]}]}"#,
    ])
    func `What no interface takes for an image is none`(_ body: String) throws {
        #expect(try RequestBody(Array(body.utf8)).images.isEmpty)
    }

    @Test(arguments: [
        (#"{"messages":{"content":[\#(part)]}}"#, "messages.content[0].image_url.url"),
        (#"{"messages":[[\#(part)]]}"#, "messages[0][0].image_url.url"),
        (#"{"messages":[],"input":[\#(part)]}"#, "input[0].image_url.url"),
        (
            #"{"messages":[],"metadata":{"messages":[{"content":[\#(part)]}]}}"#,
            "metadata.messages[0].content[0].image_url.url"
        ),
        (
            #"{"body":{"body":{"messages":[{"content":[\#(part)]}]}}}"#,
            "body.body.messages[0].content[0].image_url.url"
        ),
        (
            #"{"messages":[{"content":[\#(part)]}],"messages":[]}"#,
            "messages[0].content[0].image_url.url"
        ),
        (#"{"messages":[{"content":"see \#(url)"}]}"#, nil),
        (#"{"messages":[{"content":"\#(url)"}]}"#, "messages[0].content"),
    ])
    func `An image where no dialect has one is found and not understood`(
        _ text: String,
        _ location: String?
    ) throws {
        let body = try RequestBody(Array(text.utf8))
        #expect(body.images.map(\.location) == [location].compactMap(\.self))
        for image in body.images {
            #expect(image.dialect == nil && !image.takesText)
            guard case .unclaimed = image.content else {
                Issue.record("claimed: \(image.content)")
                continue
            }
            #expect(body.rewritten([0: .text("x")]) == body.bytes)
        }
    }

    /// The first bytes of a PNG file as numbers, more than a signature takes.
    private static let numbers = Base64RecoveryTests.file.prefix(32).map { "\($0)" }

    @Test(arguments: [
        (#"{"messages":[],"x":[\#(numbers.joined(separator: ","))]}"#, "x"),
        (#"{"messages":[],"x":[\#(numbers.joined(separator: " ,\n  "))]}"#, "x"),
        (
            #"{"messages":[],"x":{"type":"Buffer","data":[\#(numbers.joined(separator: ","))]}}"#,
            "x.data"
        ),
        (
            #"{"messages":[],"x":{"#
                + numbers.enumerated().map { #""\#($0)":\#($1)"# }.joined(separator: ",") + "}}",
            "x"
        ),
        (#"{"messages":[],"x":[1,2,3\#(String(repeating: ",4", count: 40))]}"#, nil),
        (
            #"{"messages":[],"x":{"\#(Base64RecoveryTests.plain)":1}}"#,
            #"x["\#(Base64RecoveryTests.plain.prefix(80))"]"#
        ),
        (
            #"{"messages":[{"content":[{"type":"search_result","content":[{"type":"image","source":"#
                + #"{"type":"base64","media_type":"image/png","data":"no image"}}]}]}]}"#,
            "messages[0].content[0].content[0]"
        ),
        (#"{"messages":[],"tools":[{"type":"image","description":"a picture"}]}"#, nil),
    ])
    func `Bytes in other spellings and parts elsewhere are told`(
        _ text: String,
        _ location: String?
    ) throws {
        let images = try RequestBody(Array(text.utf8)).images
        #expect(images.map(\.location) == [location].compactMap(\.self))
        for image in images {
            guard case .unclaimed = image.content else {
                Issue.record("claimed: \(image.content)")
                continue
            }
        }
    }

    @Test(arguments: [
        (#"{"type":"image","image":"","mediaType":"image/png"}"#, "ai-sdk"),
        (#"{"type":"image","source":{"type":"base64"}}"#, "anthropic"),
    ])
    func `A part without an image is of the dialect whose member it has`(
        _ part: String,
        _ dialect: String
    ) throws {
        let text = #"{"messages":[{"role":"user","content":[\#(part)]}]}"#
        #expect(try RequestBody(Array(text.utf8)).images.map { $0.dialect?.name } == [dialect])
    }

    @Test(arguments: ["batch.input_config", "batch.inputConfig"])
    func `A Gemini batch is read as it is sent`(_ wrapper: String) throws {
        let names = wrapper.split(separator: ".")
        let text =
            #"{"\#(names[0])":{"\#(names[1])":{"requests":{"requests":[{"request":{"contents":["#
            + #"{"parts":[{"inlineData":{"mimeType":"image/png","data":"\#(BodySample.pixelBase64)"}}]}]}}]}}}}"#
        #expect(
            try RequestBody(Array(text.utf8)).images.map(\.location)
                == ["\(wrapper).requests.requests[0].request.contents[0].parts[0]"]
        )
    }
}
