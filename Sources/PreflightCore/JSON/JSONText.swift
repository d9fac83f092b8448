/// The place of a string in JSON text that has been scanned.
struct JSONText: Sendable, Hashable {
    /// The offsets of what stands between the quotation marks.
    var range: Range<Int>

    /// Whether every character stands for itself.
    var isPlain: Bool
}

extension JSONText {
    /// The letters that can follow a backslash (RFC 8259, section 7).
    static let escapeLetters = #""\/bfnrtu"#

    /// The most bytes of a spelling that are read into a report.
    static let quotedByteCountAtMost = 8_192

    /// The string as a report quotes it: its first bytes, at most
    /// ``quotedByteCountAtMost`` as they are spelled.
    func quoted(in bytes: [UInt8]) -> String {
        let spelling = bytes[quotedRange(in: bytes)]
        if isPlain { return String(decoding: spelling, as: UTF8.self) }
        return String(decoding: Self.unescaped(spelling), as: UTF8.self)
    }

    /// Whole characters only.
    private func quotedRange(in bytes: [UInt8]) -> Range<Int> {
        guard range.count > Self.quotedByteCountAtMost else { return range }
        let limit = range.lowerBound + Self.quotedByteCountAtMost
        var end = range.lowerBound
        while true {
            let next = end + Self.characterByteCount(at: end, in: bytes.span)
            guard next <= limit else { return range.lowerBound..<end }
            end = next
        }
    }

    /// The length of the spelling of the character at `offset`, in bytes.
    private static func characterByteCount(at offset: Int, in bytes: Span<UInt8>) -> Int {
        switch bytes[offset] {
        case 0xC0..<0xE0: return 2
        case 0xE0..<0xF0: return 3
        case 0xF0...: return 4
        case UInt8(ascii: "\\") where bytes[offset + 1] != UInt8(ascii: "u"): return 2
        case UInt8(ascii: "\\"):
            let second = bytes[offset + 3].hexadecimalValue ?? 0
            let isSurrogate =
                bytes[offset + 2].hexadecimalValue == 0xD && second >= 8
            return isSurrogate ? 12 : 6
        default: return 1
        }
    }
}

// MARK: - ASCII

extension JSONText {
    /// The ASCII character that is spelled at an offset, and the offset after it.
    struct ASCIICharacter {
        /// The character, or nil where it is another one, or no whole one.
        var byte: UInt8?

        /// The offset of the next character.
        var end: Int
    }

    /// The character at `offset`, which has to be in bounds, be it spelled with an escape or not.
    static func asciiCharacter(at offset: Int, in bytes: Span<UInt8>) -> ASCIICharacter {
        let byte = bytes[offset]
        guard byte == UInt8(ascii: "\\") else {
            return ASCIICharacter(byte: byte < 0x80 ? byte : nil, end: offset + 1)
        }
        guard offset + 1 < bytes.count else { return ASCIICharacter(byte: nil, end: offset + 1) }
        let letter = bytes[offset + 1]
        guard letter == UInt8(ascii: "u") else {
            return ASCIICharacter(byte: shortEscape(letter), end: offset + 2)
        }
        guard let unit = hexadecimalUnit(at: offset + 2, in: bytes) else {
            return ASCIICharacter(byte: nil, end: offset + 2)
        }
        return ASCIICharacter(byte: unit < 0x80 ? UInt8(unit) : nil, end: offset + 6)
    }

    /// The number that four hexadecimal digits spell, or nil where they are not there.
    private static func hexadecimalUnit(at offset: Int, in bytes: Span<UInt8>) -> UInt16? {
        guard offset + 4 <= bytes.count else { return nil }
        var unit: UInt16 = 0
        for index in offset..<(offset + 4) {
            guard let digit = bytes[index].hexadecimalValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    static func shortEscape(_ letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }
}
