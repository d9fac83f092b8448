// What a string says once its escapes are resolved (RFC 8259, section 7).
extension JSONText {
    /// White space between the values of a JSON text (RFC 8259, section 2).
    static let whiteSpace: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]

    /// The whole string.
    func value(in bytes: [UInt8]) -> String {
        String(decoding: unescaped(in: bytes), as: UTF8.self)
    }

    /// The string's bytes in UTF-8.
    func unescaped(in bytes: [UInt8]) -> [UInt8] {
        isPlain ? Array(bytes[range]) : Self.unescaped(bytes[range])
    }

    /// The bytes in UTF-8 that a well-formed spelling stands for.
    static func unescaped(_ spelling: ArraySlice<UInt8>) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(spelling.count)
        var offset = spelling.startIndex
        while offset < spelling.endIndex {
            guard spelling[offset] == UInt8(ascii: "\\") else {
                text.append(spelling[offset])
                offset += 1
                continue
            }
            let character = escapedCharacter(at: offset, in: spelling)
            text += String(character.scalar).utf8
            offset = character.end
        }
        return text
    }

    /// The character that the escape at `offset` stands for, and the offset after it.
    static func escapedCharacter(
        at offset: Int,
        in spelling: ArraySlice<UInt8>
    ) -> (scalar: Unicode.Scalar, end: Int) {
        let replacement: Unicode.Scalar = "\u{FFFD}"
        guard offset + 1 < spelling.endIndex else { return (replacement, spelling.endIndex) }
        guard spelling[offset + 1] == UInt8(ascii: "u") else {
            let byte = shortEscape(spelling[offset + 1])
            return (byte.map { Unicode.Scalar($0) } ?? replacement, offset + 2)
        }
        guard let first = unit(at: offset + 2, in: spelling) else {
            return (replacement, min(offset + 6, spelling.endIndex))
        }
        if let scalar = Unicode.Scalar(first) { return (scalar, offset + 6) }
        guard offset + 8 <= spelling.endIndex, let second = unit(at: offset + 8, in: spelling),
            second & 0xFC00 == 0xDC00,
            let scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + (second & 0x3FF))
        else { return (replacement, offset + 6) }
        return (scalar, offset + 12)
    }

    private static func unit(at offset: Int, in spelling: ArraySlice<UInt8>) -> UInt32? {
        guard offset + 4 <= spelling.endIndex else { return nil }
        var unit: UInt32 = 0
        for byte in spelling[offset..<(offset + 4)] {
            guard let digit = byte.hexadecimalValue else { return nil }
            unit = unit << 4 | UInt32(digit)
        }
        return unit
    }
}
