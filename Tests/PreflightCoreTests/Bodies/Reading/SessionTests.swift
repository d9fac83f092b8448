import PreflightCore
import Testing

/// Saved sessions: what is sent together is one request, and what is for the program is passed by.
struct SessionTests {
    private static let image =
        #"{"type":"image","source":{"type":"base64","media_type":"image/png","data":"AAAA"}}"#

    /// A record of a turn with this many images.
    private static func record(_ members: String, images count: Int = 1) -> String {
        let content = Array(repeating: image, count: count).joined(separator: ",")
        return #"{\#(members),"message":{"role":"user","content":[\#(content)]}}"#
    }

    private static func body(_ lines: String...) throws -> RequestBody {
        try RequestBody(Array(lines.joined(separator: "\n").utf8))
    }

    @Test
    func `A side chain is a conversation of its own`() throws {
        let body = try Self.body(
            Self.record(#""uuid":"1","parentUuid":null,"isSidechain":false"#),
            Self.record(#""uuid":"a","parentUuid":null,"isSidechain":true"#, images: 2),
            Self.record(#""uuid":"2","parentUuid":"1","isSidechain":false"#),
            Self.record(#""uuid":"b","parentUuid":"a","isSidechain":true"#),
            Self.record(#""uuid":"c","parentUuid":null,"isSidechain":true"#)
        )
        #expect(body.requests.map(\.imageIndices.count) == [2, 3, 1])
        #expect(body.requests.map(\.line) == [1, 2, 5])
        #expect(
            body.images.map(\.location)
                == [1, 3, 2, 2, 4, 5].enumerated()
                .map { "line \($1): message.content[\($0 == 3 ? 1 : 0)]" }
        )
    }

    @Test
    func `Side chains are told by the name of their agent`() throws {
        let body = try Self.body(
            Self.record(#""agentId":"x","isSidechain":true"#),
            Self.record(#""agentId":"y","isSidechain":true"#),
            Self.record(#""agentId":"x","isSidechain":true"#)
        )
        #expect(body.requests.map(\.imageIndices.count) == [2, 1])
    }

    @Test(arguments: [
        #"{"type":"system","subtype":"compact_boundary","content":"x"}"#,
        #"{"type":"compacted","payload":{"message":"x"}}"#, #"{"type":"compaction"}"#,
    ])
    func `After a compaction a conversation begins anew`(_ boundary: String) throws {
        let body = try Self.body(
            Self.record(#""type":"user""#, images: 3),
            boundary,
            Self.record(#""type":"user""#)
        )
        #expect(body.requests.map(\.imageIndices.count) == [3, 1])
        #expect(body.requests.map(\.line) == [1, 3])
    }

    @Test
    func `What a program keeps for itself is not sent`() throws {
        let copy = #""toolUseResult":{"file":{"base64":"\#(Base64RecoveryTests.plain)"}}"#
        let event =
            #"{"type":"event_msg","payload":{"images":["data:image/png;base64,AAAA"]}}"#
        let body = try Self.body(Self.record(copy), event)
        #expect(body.images.map(\.location) == ["line 1: message.content[0]"])
    }
}
