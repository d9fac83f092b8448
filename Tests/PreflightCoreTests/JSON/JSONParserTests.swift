import Testing

@testable import PreflightCore

/// JSON as RFC 8259 has it, and nothing beside it.
struct JSONParserTests {
    struct Valid: Sendable, CustomTestStringConvertible {
        let text: String
        let content: JSONValue.Content
        var testDescription: String { String(reflecting: text) }
        init(_ text: String, _ content: JSONValue.Content) {
            self.text = text
            self.content = content
        }
    }

    @Test(arguments: [
        Valid("null", .null),
        Valid(" \t\r\ntrue ", .bool(true)),
        Valid("false", .bool(false)),
        Valid("0", .number("0")),
        Valid("-12.50e+3", .number("-12.50e+3")),
        Valid("\"\"", .string("")),
        Valid(#""a\"\\\/\b\f\n\r\tb""#, .string("a\"\\/\u{8}\u{C}\n\r\tb")),
        Valid(#""\u00e9\uD83D\ude00é""#, .string("é😀é")),
        Valid("[]", .array([])),
        Valid("[1]", .array([JSONValue(content: .number("1"), offset: 1)])),
        Valid("{}", .object([])),
        Valid(
            "{\"a\": 1, \"a\": 2}",
            .object([
                .init(
                    name: "a",
                    nameOffset: 1,
                    value: JSONValue(content: .number("1"), offset: 6)
                ),
                .init(
                    name: "a",
                    nameOffset: 9,
                    value: JSONValue(content: .number("2"), offset: 14)
                ),
            ])
        ),
    ])
    func `what is JSON is read`(_ c: Valid) throws {
        #expect(try JSONParser.value(of: Array(c.text.utf8)).content == c.content)
    }

    struct Invalid: Sendable, CustomTestStringConvertible {
        let text: String
        let offset: Int
        var testDescription: String { String(reflecting: text) }
        init(_ text: String, at offset: Int) {
            self.text = text
            self.offset = offset
        }
    }

    @Test(arguments: [
        Invalid("", at: 0),
        Invalid("nul", at: 0),
        Invalid("1 2", at: 2),
        Invalid("01", at: 0),
        Invalid("-", at: 0),
        Invalid("+1", at: 0),
        Invalid(".5", at: 0),
        Invalid("1.", at: 2),
        Invalid("1e", at: 2),
        Invalid("[1,]", at: 3),
        Invalid("[1 2]", at: 3),
        Invalid("[1", at: 2),
        Invalid("{\"a\"}", at: 4),
        Invalid("{\"a\":1,}", at: 7),
        Invalid("{a:1}", at: 1),
        Invalid("'a'", at: 0),
        Invalid("\"a", at: 2),
        Invalid("\"a\nb\"", at: 2),
        Invalid(#""\x""#, at: 2),
        Invalid(#""\u12g4""#, at: 5),
        Invalid(#""\ud800""#, at: 1),
        Invalid(#""\ud800\u0041""#, at: 1),
        Invalid(#""\udc00""#, at: 1),
        Invalid("// a comment\n1", at: 0),
        Invalid("\u{FEFF}1", at: 0),
    ])
    func `what is not JSON is refused in its place`(_ c: Invalid) {
        let error = #expect(throws: JSONSyntaxError.self) {
            try JSONParser.value(of: Array(c.text.utf8))
        }
        #expect(error?.offset == c.offset)
    }

    @Test func `bytes that are not UTF-8 are refused`() {
        let reason = "UTF-8 should be here, not a byte that is not UTF-8"
        #expect(throws: JSONSyntaxError(offset: 1, reason: reason)) {
            try JSONParser.value(of: [0x22, 0xFF, 0x22])
        }
    }

    @Test(arguments: [(63, true), (64, true), (65, false), (1_000_000, false)])
    func `nesting is bounded`(_ depth: Int, _ isRead: Bool) {
        let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let value = try? JSONParser.value(of: Array(text.utf8))
        #expect((value != nil) == isRead)
    }

    @Test func `a text cut anywhere is refused or read, never trapped on`() throws {
        let text = Array(#"{"a":[1.5e3,true,null,"\ud83d\ude00"],"b":{}}"#.utf8)
        #expect(throws: Never.self) { try JSONParser.value(of: text) }
        for count in text.indices {
            #expect(throws: JSONSyntaxError.self) {
                try JSONParser.value(of: Array(text.prefix(count)))
            }
        }
    }
}
