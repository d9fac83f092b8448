import PreflightCore
import Testing

/// Base64 in both directions, and every way in which it can be wrong.
struct Base64Tests {
    /// A known pair (RFC 4648, section 10, and one that needs the last two letters).
    struct Vector: CustomTestStringConvertible, Sendable {
        var bytes: [UInt8]
        var text: String
        var testDescription: String { text.isEmpty ? "empty" : text }

        init(_ plain: String, _ text: String) { self.init(Array(plain.utf8), text) }

        init(_ bytes: [UInt8], _ text: String) {
            self.bytes = bytes
            self.text = text
        }
    }

    static let vectors = [
        Vector("", ""), Vector("f", "Zg=="), Vector("fo", "Zm8="), Vector("foo", "Zm9v"),
        Vector("foob", "Zm9vYg=="), Vector("fooba", "Zm9vYmE="), Vector("foobar", "Zm9vYmFy"),
        Vector([0xFB, 0xFF, 0xBF], "+/+/"), Vector([0, 0, 0, 0], "AAAAAA=="),
    ]

    @Test(arguments: vectors)
    func `Known pairs`(_ vector: Vector) throws {
        #expect(Base64.encode(vector.bytes) == Array(vector.text.utf8))
        #expect(try Base64.decode(Array(vector.text.utf8).span) == vector.bytes)
        #expect(Base64.encodedByteCount(vector.bytes.count) == vector.text.utf8.count)
    }

    @Test
    func `Every length and every byte comes back`() throws {
        let bytes = (0..<600).map { UInt8(truncatingIfNeeded: $0 &* 167 ^ $0 >> 3) }
        for byteCount in bytes.indices {
            let part = Array(bytes[..<byteCount])
            #expect(try Base64.decode(Base64.encode(part).span) == part)
        }
    }

    @Test
    func `Parts of a multiple of three make a whole`() {
        let bytes = (0..<100).map { UInt8($0) }
        var text: [UInt8] = []
        Base64.append(bytes.span.extracting(0..<33), to: &text)
        Base64.append(bytes.span.extracting(33..<100), to: &text)
        #expect(text == Base64.encode(bytes))
    }

    /// A text that is not base64.
    struct Mistake: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var text: String
        var error: Base64Error
    }

    static let mistakes = [
        Mistake(testDescription: "one letter", text: "Z", error: .incompleteGroup(offset: 1)),
        Mistake(testDescription: "no padding", text: "Zm9vYg", error: .incompleteGroup(offset: 6)),
        Mistake(testDescription: "half a padding", text: "Zg=", error: .incompleteGroup(offset: 3)),
        Mistake(
            testDescription: "padding alone",
            text: "====",
            error: .misplacedPadding(offset: 0)
        ),
        Mistake(
            testDescription: "three fill characters",
            text: "Z===",
            error: .misplacedPadding(offset: 1)
        ),
        Mistake(
            testDescription: "a letter after padding",
            text: "Zg=v",
            error: .misplacedPadding(offset: 3)
        ),
        Mistake(
            testDescription: "a group after padding",
            text: "Zg==Zm9v",
            error: .misplacedPadding(offset: 4)
        ),
        Mistake(
            testDescription: "padding too many",
            text: "Zm9v=",
            error: .misplacedPadding(offset: 4)
        ),
        Mistake(
            testDescription: "a space",
            text: "Zm9v Zm9v",
            error: .foreignCharacter(0x20, offset: 4)
        ),
        Mistake(
            testDescription: "a line break",
            text: "Zm9vZm\n9v",
            error: .foreignCharacter(0x0A, offset: 6)
        ),
        Mistake(
            testDescription: "a line break at the end",
            text: "Zm9v\n",
            error: .foreignCharacter(0x0A, offset: 4)
        ),
        Mistake(
            testDescription: "a minus sign",
            text: "Zm-v",
            error: .foreignCharacter(UInt8(ascii: "-"), offset: 2)
        ),
        Mistake(
            testDescription: "an underscore",
            text: "_m9v",
            error: .foreignCharacter(UInt8(ascii: "_"), offset: 0)
        ),
        Mistake(
            testDescription: "a null",
            text: "Zm9v\0AAA",
            error: .foreignCharacter(0, offset: 4)
        ),
        Mistake(
            testDescription: "an umlaut",
            text: "Zm9ä",
            error: .foreignCharacter(nil, offset: 3)
        ),
        Mistake(
            testDescription: "a backslash",
            text: #"\/\/\/\/"#,
            error: .foreignCharacter(UInt8(ascii: "\\"), offset: 0)
        ),
        Mistake(testDescription: "four unused bits", text: "Zh==", error: .unusedBits(offset: 1)),
        Mistake(testDescription: "two unused bits", text: "Zm9=", error: .unusedBits(offset: 2)),
    ]

    @Test(arguments: mistakes)
    func `Mistakes have a place`(_ mistake: Mistake) {
        #expect(throws: mistake.error) { try Base64.decode(Array(mistake.text.utf8).span) }
    }

    @Test(arguments: [
        (#"+\/+\/"#, [0xFB, 0xFF, 0xBF]),
        (#"\u002b\u002F+\/"#, [0xFB, 0xFF, 0xBF]),
        (#"Zm9v\u005Ag\u003d\u003D"#, Array("foof".utf8)),
    ])
    func `Escapes of a JSON string are resolved`(_ text: String, _ bytes: [UInt8]) throws {
        #expect(try Base64.decode(insideJSONString: Array(text.utf8).span) == bytes)
    }

    @Test(arguments: [
        (#"Zm9v\nZm9v"#, Base64Error.foreignCharacter(0x0A, offset: 4)),
        (#"\u00e9AAA"#, .foreignCharacter(nil, offset: 0)),
        (#"\u0041A\u0041"#, .incompleteGroup(offset: 13)),
        (#"AAA\"#, .foreignCharacter(nil, offset: 3)),
        (#"AAA\u00"#, .foreignCharacter(nil, offset: 3)),
        (#"AAA\u00xx"#, .foreignCharacter(nil, offset: 3)),
        (#"AAA\x"#, .foreignCharacter(nil, offset: 3)),
    ])
    func `Escapes that stand for no letter`(_ text: String, _ error: Base64Error) {
        #expect(throws: error) { try Base64.decode(insideJSONString: Array(text.utf8).span) }
    }
}
