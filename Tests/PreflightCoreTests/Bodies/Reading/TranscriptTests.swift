import PreflightCore
import Testing

/// JSON lines that are messages, or hold one, are one conversation.
struct TranscriptTests {
    private static let image = BodySample.imagePart(url: "data:image/png;base64,AAAA")
    private static let message = #"{"role":"user","content":[\#(image)]}"#
    private static let answer = #"{"role":"assistant","content":"ok"}"#

    private static func body(_ lines: String...) throws -> RequestBody {
        try RequestBody(Array(lines.joined(separator: "\n").utf8))
    }

    @Test
    func `Messages are one request`() throws {
        let body = try Self.body(Self.message, "", Self.answer, Self.message)
        #expect(body.requests.map(\.line) == [nil])
        #expect(body.requests.map(\.hasMessages) == [true])
        #expect(body.requests.map(\.imageIndices) == [0..<2])
        #expect(body.images.map(\.location) == ["line 1: content[0]", "line 4: content[0]"])
        #expect(body.bytes[body.requests[0].range].elementsEqual(body.bytes))
    }

    @Test
    func `Recorded messages count, and what stands beside them does not`() throws {
        let record = #"{"type":"user","message":\#(Self.message),"copy":[\#(Self.image)]}"#
        let body = try Self.body(
            #"{"type":"summary","summary":"x"}"#,
            record,
            #"{"type":"progress","data":{"message":\#(Self.message)}}"#,
            #"{"type":"system","content":"no role"}"#
        )
        #expect(
            body.images.map(\.location) == [
                "line 2: message.content[0]", "line 2: copy[0].image_url.url",
                "line 3: data.message.content[0].image_url.url",
            ]
        )
        #expect(body.images.map { $0.dialect?.name } == ["chat", nil, nil])
        #expect(body.requests.map(\.imageIndices) == [0..<3])
        #expect(
            body.requests[0].byteCount == #"{"messages":[]}"#.utf8.count + Self.message.utf8.count
        )
    }

    @Test
    func `Its length is that of the messages in a request`() throws {
        let sent = #"{"messages":[\#(Self.message),\#(Self.answer),\#(Self.message)]}"#
        let body = try Self.body(Self.message, #"{"message":\#(Self.answer)}"#, Self.message)
        #expect(body.requests[0].byteCount == sent.utf8.count)
    }

    @Test
    func `One message is a conversation too`() throws {
        let body = try Self.body(Self.message)
        #expect(body.requests.map(\.hasMessages) == [true])
        #expect(body.images.map(\.location) == ["content[0]"])
    }

    @Test(arguments: [
        #"{"role":"user"}"#, #"{"content":[\#(image)]}"#, #"{"role":1,"content":[\#(image)]}"#,
        #"{"message":{"content":[\#(image)]}}"#, #"{"message":[\#(message)]}"#,
        #"{"body":{"message":\#(message)}}"#, #"{"params":\#(message)}"#,
    ])
    func `What no message is makes no conversation`(_ line: String) throws {
        let body = try Self.body(line, line)
        #expect(body.requests.map(\.hasMessages) == [false, false])
        #expect(body.images.allSatisfy { $0.dialect == nil })
    }

    @Test
    func `Beside a request, messages are none`() throws {
        let body = try Self.body(BodySample.chat(Self.image), Self.answer)
        #expect(body.requests.map(\.line) == [1, 2])
        #expect(body.requests.map(\.hasMessages) == [true, false])
    }

    @Test
    func `A request with a role is a request`() throws {
        let body = try Self.body(
            #"{"role":"user","content":[\#(Self.image)],"messages":[\#(Self.message)]}"#
        )
        #expect(
            body.images.map(\.location) == ["messages[0].content[0]", "content[0].image_url.url"]
        )
        #expect(body.images[1].dialect == nil)
    }

    @Test
    func `An image is replaced in its line`() throws {
        let lines = "{ \"type\" : 1 }\r\n{\"message\":\(Self.message),\"n\":1e0}\n\n"
        let body = try RequestBody(Array(lines.utf8))
        let after = body.rewritten([0: .mediaType("image/gif")])
        #expect(
            String(decoding: after, as: UTF8.self)
                == lines.replacing("image/png", with: "image/gif")
        )
    }
}
