import PreflightCore
import Testing

/// Text that is no body is refused with the place of its mistake.
struct RequestBodyMistakeTests {
    /// A text and where it goes wrong.
    struct Mistake: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: [UInt8]
        var offset: Int
        var line: Int
        var column: Int
        var reason: String

        init(
            _ description: String,
            _ text: String,
            offset: Int,
            line: Int = 1,
            column: Int? = nil,
            reason: String
        ) {
            self.init(
                description,
                Array(text.utf8),
                offset: offset,
                line: line,
                column: column,
                reason: reason
            )
        }

        init(
            _ description: String,
            _ text: [UInt8],
            offset: Int,
            line: Int = 1,
            column: Int? = nil,
            reason: String
        ) {
            testDescription = description
            self.text = text
            self.offset = offset
            self.line = line
            self.column = column ?? offset + 1
            self.reason = reason
        }
    }

    static let structure = [
        Mistake("nothing", "", offset: 0, reason: "an object"),
        Mistake("blank lines", " \n\n", offset: 3, line: 3, column: 1, reason: "an object"),
        Mistake("a byte order mark", "\u{FEFF}{}", offset: 0, reason: "byte order mark"),
        Mistake("UTF-16", [0xFF, 0xFE, 0x7B, 0, 0x7D, 0], offset: 0, reason: "UTF-16"),
        Mistake("Python's quotation marks", "{'a':1}", offset: 1, reason: "single quotation mark"),
        Mistake("Python's words", #"{"a":None}"#, offset: 5, reason: "not “None”"),
        Mistake("a comment", "{// a\n}", offset: 1, reason: "not a comment"),
        Mistake("a command around it", "curl -d '{}'", offset: 0, reason: "not “curl”"),
        Mistake("an open object", "{", offset: 1, reason: "a name"),
        Mistake("a comma at the end", #"{"a":1,}"#, offset: 7, reason: "not “}” after a comma"),
        Mistake("no comma", #"{"a":1 "b":2}"#, offset: 7, reason: "“,” or “}”"),
        Mistake("no colon", #"{"a" 1}"#, offset: 5, reason: "“:”"),
        Mistake("an unquoted name", "{a:1}", offset: 1, reason: "a name"),
        Mistake("a comma at an array's end", #"{"a":[1,]}"#, offset: 8, reason: "a value"),
        Mistake("the wrong bracket", #"{"a":[1}}"#, offset: 7, reason: "“,” or “]”"),
        Mistake("an open array", #"{"a":[1"#, offset: 7, reason: "the end of the text"),
        Mistake("text after the object", "{} x", offset: 3, reason: "the end of the body"),
        Mistake("two objects on a line", "{} {}", offset: 3, reason: "the end of the body"),
        Mistake(
            "another object after one of two lines",
            "{\n}\n{}",
            offset: 4,
            line: 3,
            column: 1,
            reason: "the end of the body"
        ),
        Mistake("a null between values", "{\"a\":\0}", offset: 5, reason: "a value"),
    ]

    static let scalars = [
        Mistake("a leading zero", #"{"a":01}"#, offset: 5, reason: "a value"),
        Mistake("a sign alone", #"{"a":-}"#, offset: 5, reason: "a value"),
        Mistake("a plus sign", #"{"a":+1}"#, offset: 5, reason: "a value"),
        Mistake("no fraction", #"{"a":1.}"#, offset: 7, reason: "after the point"),
        Mistake("no exponent", #"{"a":1e+}"#, offset: 8, reason: "in the exponent"),
        Mistake("not a number", #"{"a":NaN}"#, offset: 5, reason: "a value"),
        Mistake("half a literal", #"{"a":nul"#, offset: 5, reason: "“null”"),
        Mistake("an open string", #"{"a":"b"#, offset: 7, reason: "the end of a string"),
        Mistake("a raw line feed", "{\"a\":\"\n\"}", offset: 6, reason: "a control character"),
        Mistake("a raw null", "{\"a\":\"\0\"}", offset: 6, reason: "a control character"),
        Mistake("an unknown escape", #"{"a":"\x"}"#, offset: 7, reason: "an escape"),
        Mistake("three digits", #"{"a":"\u123"}"#, offset: 11, reason: "hexadecimal"),
        Mistake("a high half alone", #"{"a":"\ud83d"}"#, offset: 6, reason: "surrogate pair"),
        Mistake("a low half alone", #"{"a":"\udE00"}"#, offset: 6, reason: "surrogate pair"),
        Mistake("two high halves", #"{"a":"\ud83d\ud83d"}"#, offset: 6, reason: "surrogate pair"),
        Mistake("a high half and text", #"{"a":"\ud83d\n"}"#, offset: 6, reason: "surrogate pair"),
    ]

    private static func string(_ bytes: [UInt8]) -> [UInt8] {
        Array(#"{"a":""#.utf8) + bytes + Array(#""}"#.utf8)
    }

    static let encodings = [
        Mistake("a lone continuation", string([0x80]), offset: 6, reason: "UTF-8"),
        Mistake("an overlong slash", string([0xC0, 0xAF]), offset: 6, reason: "UTF-8"),
        Mistake(
            "an overlong form of three",
            string([0xE0, 0x9F, 0xBF]),
            offset: 6,
            reason: "UTF-8"
        ),
        Mistake("a surrogate", string([0xED, 0xA0, 0x80]), offset: 6, reason: "UTF-8"),
        Mistake(
            "an overlong form of four",
            string([0xF0, 0x8F, 0x80, 0x80]),
            offset: 6,
            reason: "UTF-8"
        ),
        Mistake("beyond Unicode", string([0xF4, 0x90, 0x80, 0x80]), offset: 6, reason: "UTF-8"),
        Mistake("no lead byte", string([0xF5, 0x80, 0x80, 0x80]), offset: 6, reason: "UTF-8"),
        Mistake(
            "a cut character after a whole one",
            string([0xC3, 0xA4, 0xE6, 0x97]),
            offset: 8,
            column: 8,
            reason: "UTF-8"
        ),
        Mistake("Latin-1", string([0xE4]), offset: 6, reason: "UTF-8"),
    ]

    @Test(arguments: structure + scalars + encodings)
    func `The place is named`(_ mistake: Mistake) throws {
        let error = try #require(
            #expect(throws: RequestBodyError.self) { try RequestBody(mistake.text) }
        )
        #expect(error.offset == mistake.offset)
        #expect(error.line == mistake.line)
        #expect(error.column == mistake.column)
        #expect(error.reason.contains(mistake.reason))
    }

    @Test(arguments: ["[", #"{"a":"#])
    func `Nesting is limited`(_ opening: String) throws {
        func text(_ depth: Int) -> [UInt8] {
            let inside = String(repeating: opening, count: depth - 1)
            let closing = opening == "[" ? "]" : "}"
            let value = opening == "[" ? "" : "0"
            return Array(
                (#"{"x":"# + inside + value + String(repeating: closing, count: depth - 1) + "}")
                    .utf8
            )
        }
        for depth in [255, 256] { #expect(try RequestBody(text(depth)).images.isEmpty) }
        let error = #expect(throws: RequestBodyError.self) { try RequestBody(text(257)) }
        #expect(error?.reason == "nested deeper than 256 levels")
        #expect(throws: RequestBodyError.self) {
            try RequestBody(Array(String(repeating: opening, count: 1_000_000).utf8))
        }
    }

    @Test
    func `Content parts nest as deeply as anything else`() throws {
        let opening = #"{"messages":["# + String(repeating: #"{"content":["#, count: 127)
        let closing = String(repeating: "]}", count: 127) + "]}"
        #expect(throws: Never.self) { try RequestBody(Array((opening + closing).utf8)) }
        #expect(throws: RequestBodyError.self) {
            try RequestBody(Array((opening + #"{"content":["# + "]}" + closing).utf8))
        }
    }

    @Test
    func `Every value of the grammar is read`() throws {
        let values = [
            "0", "-0", "12", "-1.50", "1e9", "1E-9", "0.1e+12", "true", "false", "null", "{}", "[]",
            "[ ]", "[1,[2,{}]]", #""""#, #""\"\\\/\b\f\n\r\t\u0000\uD83D\uDE00""#,
            "\"\u{7F}é日😀\u{10FFFF}\"",
        ]
        let text =
            "\t{" + values.enumerated().map { "\"\($0)\" :\r\n \($1)" }.joined(separator: " ,")
        #expect(try RequestBody(Array((text + "}").utf8)).requests.count == 1)
    }
}
