import PreflightCore
import Testing

/// A line that is not JSON is told with its place, and the others are read.
struct TornLineTests {
    private static let image = BodySample.imagePart(url: "data:image/png;base64,AAAA")
    private static let good = #"{"role":"user","content":[\#(image)]}"#

    /// A line and the mistake in it.
    struct Torn: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var bytes: [UInt8]
        var column: Int
        var reason: String

        init(_ description: String, _ text: String, column: Int, reason: String) {
            self.init(description, bytes: Array(text.utf8), column: column, reason: reason)
        }

        init(_ description: String, bytes: [UInt8], column: Int, reason: String) {
            testDescription = description
            self.bytes = bytes
            self.column = column
            self.reason = reason
        }
    }

    static let torn = [
        Torn("a cut tail", #"{"role":"us"#, column: 12, reason: "the end of a string"),
        Torn("a run of NUL", "\0\0\0\0", column: 1, reason: "a NUL byte"),
        Torn("two records fused", #"{"a":"b{"a":1}"#, column: 10, reason: "“,” or “}”"),
        Torn("two records on one line", "{} {}", column: 4, reason: "the end of the line"),
        Torn("a byte order mark", "\u{FEFF}{}", column: 1, reason: "a byte order mark"),
        Torn("half a surrogate pair", #"{"ä":"\ud83d"}"#, column: 7, reason: "surrogate pair"),
        Torn("bad UTF-8", bytes: [0x7B, 0x22, 0xFF, 0x22], column: 3, reason: "UTF-8"),
        Torn("a comment", "// a note", column: 1, reason: "a comment"),
        Torn("an open object", "{", column: 2, reason: "a name"),
        Torn("a wrong literal", #"{"ä":tru}"#, column: 6, reason: "“true”"),
    ]

    @Test(arguments: torn, [0, 1, 2])
    func `The line is told and kept`(_ torn: Torn, _ place: Int) throws {
        var lines = [Array(Self.good.utf8), Array(Self.good.utf8)]
        lines.insert(torn.bytes, at: place)
        let bytes = Array(lines.joined(separator: [0x0A]))
        let body = try RequestBody(bytes)
        #expect(body.tornLines.map(\.line) == [place + 1])
        #expect(body.tornLines.map(\.column) == [torn.column])
        #expect(body.tornLines[0].reason.contains(torn.reason))
        #expect(body.bytes[body.tornLines[0].range].elementsEqual(torn.bytes))
        #expect(body.images.count == 2)
        let after = body.rewritten([0: .mediaType("image/gif"), 1: .mediaType("image/gif")])
        let cured = Array(Self.good.replacing("image/png", with: "image/gif").utf8)
        lines = [cured, cured]
        lines.insert(torn.bytes, at: place)
        #expect(after == Array(lines.joined(separator: [0x0A])))
    }

    @Test(arguments: ["{} {}", #"{"a":"#, "\0\0", "{\n\"a\":1,\n}"])
    func `A single broken text is no JSON lines`(_ text: String) {
        #expect(throws: RequestBodyError.self) { try RequestBody(Array(text.utf8)) }
    }

    @Test
    func `Whole lines have none`() throws {
        #expect(try RequestBody(Array("{}\n\n{}".utf8)).tornLines.isEmpty)
    }
}
