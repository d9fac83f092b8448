// Strings (RFC 8259, section 7).
extension JSONScanner {
    /// The string that comes next.
    ///
    /// - Parameter expected: What a mistake says should stand here.
    /// - Returns: The place of what stands between the quotation marks.
    /// - Throws: ``JSONSyntaxError`` at the first byte that does not fit.
    mutating func string(_ expected: String) throws(JSONSyntaxError) -> JSONText {
        guard next == UInt8(ascii: "\"") else { throw error(expected) }
        offset += 1
        let start = offset
        var isPlain = true
        while true {
            offset = endOfPlainCharacters
            switch next {
            case UInt8(ascii: "\""):
                offset += 1
                return JSONText(range: start..<(offset - 1), isPlain: isPlain)
            case UInt8(ascii: "\\"):
                isPlain = false
                try skipEscape()
            case .some(0x80...):
                try skipMultibyteCharacters()
            case .some:
                throw error("an escape in place of a control character")
            case nil:
                throw error("“\"” at the end of a string")
            }
        }
    }

    /// The offset of the next byte that is not an ASCII character standing for itself.
    private var endOfPlainCharacters: Int {
        let span = bytes.span
        var end = offset
        let limit = self.end
        while end < limit, Self.isPlain(span[end]) { end += 1 }
        return end
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        (byte &- 0x20 < 0x60) && (byte != UInt8(ascii: "\"")) && (byte != UInt8(ascii: "\\"))
    }
}

// MARK: - Escapes

extension JSONScanner {
    private mutating func skipEscape() throws(JSONSyntaxError) {
        offset += 1
        guard let byte = next, JSONText.escapeLetters.utf8.contains(byte) else {
            throw error("an escape")
        }
        guard byte == UInt8(ascii: "u") else {
            offset += 1
            return
        }
        try skipUnicodeEscape()
    }

    /// Skips what follows the backslash of `\uXXXX`, a second one included where the first is a
    /// half of a surrogate pair.
    ///
    /// The grammar would let a half stand alone. No text holds it, and providers refuse it.
    private mutating func skipUnicodeEscape() throws(JSONSyntaxError) {
        let start = offset - 1
        switch try hexadecimalUnit() {
        case 0xD800..<0xDC00:
            guard bytes[offset..<end].starts(with: "\\u".utf8) else { break }
            offset += 1
            guard case 0xDC00..<0xE000 = try hexadecimalUnit() else { break }
            return
        case 0xDC00..<0xE000: break
        default: return
        }
        throw JSONSyntaxError(offset: start, reason: "half of a surrogate pair is missing")
    }

    /// The number that the four digits after the `u` that comes next spell.
    private mutating func hexadecimalUnit() throws(JSONSyntaxError) -> UInt16 {
        offset += 1
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = next, let digit = byte.hexadecimalValue else {
                throw error("four hexadecimal digits")
            }
            unit = unit << 4 | UInt16(digit)
            offset += 1
        }
        return unit
    }
}

// MARK: - UTF-8

extension JSONScanner {
    /// Skips characters of two to four bytes, which have to be well-formed (RFC 3629, section 4).
    private mutating func skipMultibyteCharacters() throws(JSONSyntaxError) {
        offset = Self.endOfMultibyteCharacters(in: bytes.span, from: offset)
        if let byte = next, byte >= 0x80 { throw error("UTF-8") }
    }

    /// The offset after the last well-formed character of several bytes in a row.
    private static func endOfMultibyteCharacters(in bytes: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.count, let form = multibyteForm(bytes[end]) {
            let characterEnd = end + form.byteCount
            guard characterEnd <= bytes.count, form.second.contains(bytes[end + 1]) else { break }
            for index in (end + 2)..<characterEnd where bytes[index] & 0xC0 != 0x80 { return end }
            end = characterEnd
        }
        return end
    }

    /// How many bytes the character that begins with `lead` has, and what its second one can be;
    /// nil where no character begins so.
    private static func multibyteForm(
        _ lead: UInt8
    ) -> (byteCount: Int, second: ClosedRange<UInt8>)? {
        switch lead {
        case 0xC2...0xDF: (2, 0x80...0xBF)
        case 0xE0: (3, 0xA0...0xBF)
        case 0xED: (3, 0x80...0x9F)
        case 0xE1...0xEF: (3, 0x80...0xBF)
        case 0xF0: (4, 0x90...0xBF)
        case 0xF1...0xF3: (4, 0x80...0xBF)
        case 0xF4: (4, 0x80...0x8F)
        default: nil
        }
    }
}
