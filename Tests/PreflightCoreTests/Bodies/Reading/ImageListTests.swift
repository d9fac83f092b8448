import Testing

@testable import PreflightCore

/// An image of a list that holds nothing but images is taken out of it, with its comma.
struct ImageListTests {
    /// A list of images, which are left out, and what is left.
    struct Row: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var list: String
        var leftOut: [Int]
        var left: String
    }

    static let rows = [
        Row(testDescription: "the only one", list: #"["A"]"#, leftOut: [0], left: "[]"),
        Row(testDescription: "the first", list: #"["A","B"]"#, leftOut: [0], left: #"["B"]"#),
        Row(testDescription: "the last", list: #"["A", "B"]"#, leftOut: [1], left: #"["A"]"#),
        Row(
            testDescription: "the middle",
            list: #"[ "A" , "B" , "C" ]"#,
            leftOut: [1],
            left: #"[ "A" , "C" ]"#
        ),
        Row(
            testDescription: "the first two",
            list: #"["A","B","C"]"#,
            leftOut: [0, 1],
            left: #"["C"]"#
        ),
        Row(
            testDescription: "the last two",
            list: #"["A","B","C"]"#,
            leftOut: [1, 2],
            left: #"["A"]"#
        ),
        Row(
            testDescription: "all but the middle",
            list: #"["A","B","C"]"#,
            leftOut: [0, 2],
            left: #"["B"]"#
        ),
        Row(
            testDescription: "all",
            list: "[\n\"A\",\n\"B\",\n\"C\"\n]",
            leftOut: [0, 1, 2],
            left: "[\n]"
        ),
        Row(
            testDescription: "beside what is no string",
            list: #"[1,"A",2]"#,
            leftOut: [0],
            left: #"[1,2]"#
        ),
    ]

    @Test(arguments: rows)
    func `The list keeps the others, and the text says so`(_ row: Row) throws {
        let text = { (words: String, list: String) in
            #"{"messages":[{"role":"user","content":"a\#(words)","images":\#(list)}]}"#
        }
        let body = try RequestBody(Array(text("", row.list).utf8))
        let replacements = Dictionary(
            uniqueKeysWithValues: row.leftOut.map { ($0, BodyReplacement.text("[\"\($0)\"]")) }
        )
        let words = row.leftOut.map { #"\n[\"\#($0)\"]"# }.joined()
        let written = String(decoding: body.rewritten(replacements), as: UTF8.self)
        #expect(written == text(words, row.left))
        #expect(body.rewrittenByteCount(replacements) == written.utf8.count)
    }

    @Test
    func `A request's own list has its prompt`() throws {
        let body = try RequestBody(Array(#"{"images":["A"],"prompt":"a"}"#.utf8))
        let written = body.rewritten([0: .text("b")])
        #expect(String(decoding: written, as: UTF8.self) == #"{"images":[],"prompt":"a\nb"}"#)
    }

    @Test
    func `A body in a string keeps its escapes`() throws {
        let text = #"{"request":"{\"prompt\":\"a\",\"images\":[\"A\" , \"B\"]}"}"#
        let body = try RequestBody(Array(text.utf8))
        let written = body.rewritten([1: .text("b")])
        let expected = #"{"request":"{\"prompt\":\"a\\nb\",\"images\":[\"A\"]}"}"#
        #expect(String(decoding: written, as: UTF8.self) == expected)
    }
}
