// What stands in the place of something else, in words that name the habit behind it.
extension JSONScanner {
    /// What stands at the next byte, as a noun phrase.
    var found: String {
        guard let byte = next else { return "the end of the text" }
        let rest = bytes[offset..<end]
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { return "a byte order mark" }
        if offset == 0,
            rest.starts(with: [0xFF, 0xFE, 0, 0]) || rest.starts(with: [0, 0, 0xFE, 0xFF])
        {
            return "UTF-32, where JSON is UTF-8"
        }
        if offset == 0, rest.starts(with: [0xFF, 0xFE]) || rest.starts(with: [0xFE, 0xFF]) {
            return "UTF-16, where JSON is UTF-8"
        }
        return switch byte {
        case 0: "a NUL byte"
        case UInt8(ascii: "{") where follows("}"), UInt8(ascii: "[") where follows("]"):
            "a second value, which needs a line of its own"
        case UInt8(ascii: "'"): "a single quotation mark, which JSON does not know"
        case UInt8(ascii: "}") where follows(","), UInt8(ascii: "]") where follows(","):
            "“\(Character(Unicode.Scalar(byte)))” after a comma, a trailing one, which JSON does not know"
        case UInt8(ascii: "/") where rest.starts(with: "//".utf8) || rest.starts(with: "/*".utf8):
            "a comment, which JSON does not know"
        case UInt8(ascii: "#"): "a comment, which JSON does not know"
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
            "“\(word)”"
        case UInt8(ascii: "0") where rest.dropFirst().first.map(Self.isDigit) ?? false:
            "a number that begins with a zero"
        case 0x21...0x7E: "“\(Character(Unicode.Scalar(byte)))”"
        case 0x80...: wideCharacter ?? "a byte that is not UTF-8"
        case UInt8(ascii: "\t"): "a tab, which a string spells \\t"
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"): "the end of the line"
        default: "the control character U+\(Self.codePoint(byte))"
        }
    }

    /// The four hexadecimal digits of a control character.
    private static func codePoint(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// Whether the last byte before this one that is no white space is `mark`.
    private func follows(_ mark: Unicode.Scalar) -> Bool {
        let last = bytes[..<offset].last { !JSONText.whiteSpace.contains($0) }
        return last == UInt8(ascii: mark)
    }

    /// The character of several bytes that comes next, in quotation marks.
    private var wideCharacter: String? {
        let bytes = bytes[offset..<min(end, offset + 4)]
        return (2...4).lazy.compactMap { String(validating: bytes.prefix($0), as: UTF8.self) }
            .first.map { "“\($0)”" }
    }

    /// The letters from here on, a few at most.
    private var word: String {
        let letters = bytes[offset..<min(end, offset + 16)]
            .prefix { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            }
        return String(decoding: letters, as: UTF8.self)
    }
}

/// Why a text is not JSON.
struct JSONSyntaxError: Error, Equatable {
    /// The offset of the byte that does not fit; the text's length where it ends too early.
    var offset: Int

    /// What is wrong there, as a clause.
    var reason: String

    /// Whether the text may be JSON, but holds more than is read.
    var isOfCount = false

    /// Whether the text may be JSON, but nests deeper than is read.
    var isOfDepth = false
}
