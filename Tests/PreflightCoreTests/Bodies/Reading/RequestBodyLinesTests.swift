import Testing

@testable import PreflightCore

/// One body, or several as JSON lines, and the models that they name.
struct RequestBodyLinesTests {
    private static let image = BodySample.imagePart(url: "data:;base64,AAAA")
    private static let chat = BodySample.chat(image)

    private static func body(_ text: String) throws -> RequestBody {
        try RequestBody(Array(text.utf8))
    }

    @Test
    func `Every line is a request`() throws {
        let wrapped =
            #"{"model":"outer","body":\#(BodySample.chat(Self.image + "," + Self.image))}"#
        let body = try Self.body("\n\(Self.chat)\r\n \n{}\n\(wrapped)\n\n")
        #expect(body.requests.map(\.line) == [2, 4, 5])
        #expect(body.requests.map(\.model) == ["m", nil, "m"])
        #expect(body.requests.map(\.hasMessages) == [true, false, true])
        #expect(body.requests.map(\.imageIndices) == [0..<1, 1..<1, 1..<3])
        #expect(
            body.images.map(\.location) == [
                "line 2: messages[0].content[0]", "line 5: body.messages[0].content[0]",
                "line 5: body.messages[0].content[1]",
            ]
        )
        #expect(body.bytes[body.requests[1].range].elementsEqual("{}".utf8))
    }

    @Test(arguments: ["\(chat)", "\n\n\(chat)\n\n", chat.replacing(",\"", with: ",\n\"")])
    func `One object is one request however it is laid out`(_ text: String) throws {
        let body = try Self.body(text)
        #expect(body.requests.map(\.line) == [nil])
        #expect(body.images.map(\.location) == ["messages[0].content[0]"])
    }

    @Test(arguments: [
        (#"{"model":"a"}"#, "a"), (#"{"model":"a","body":{"model":"b"}}"#, "b"),
        (#"{"params":{"model":"b"},"model":"a"}"#, "b"), (#"{"model":"a","body":{}}"#, "a"),
        (#"{"model":"a","model":"\u0062"}"#, "b"), (#"{"model":1}"#, nil),
        (#"{"body":[],"params":"x"}"#, nil),
    ])
    func `The model is named`(_ text: String, _ model: String?) throws {
        #expect(try Self.body(text).requests[0].model == model)
    }

    /// A text with so many requests or images.
    private static func text(of what: String, _ count: Int) -> [UInt8] {
        let parts = String(repeating: #",{"type":"image"}"#, count: count)
        let text =
            what == "images"
            ? BodySample.chat("0\(parts)")
            : Array(repeating: "{}", count: count).joined(separator: "\n")
        return Array(text.utf8)
    }

    @Test(arguments: ["requests", "images"])
    func `The number of requests and images is limited`(_ what: String) throws {
        for count in [4, 5] {
            let body = try RequestBody(Self.text(of: what, count), countAtMost: 5)
            #expect((what == "images" ? body.images.count : body.requests.count) == count)
        }
        let error = #expect(throws: RequestBodyError.self) {
            try RequestBody(Self.text(of: what, 6), countAtMost: 5)
        }
        #expect(error?.reason == "there are more than 5 \(what)")
    }
}
