/// Base64 with the standard alphabet and padding (RFC 4648, section 4).
package enum Base64 {
    /// The length of `byteCount` bytes in base64, padding included: 4·⌈n/3⌉.
    package static func encodedByteCount(_ byteCount: Int) -> Int { (byteCount + 2) / 3 * 4 }

    /// The most bytes whose base64 has no more than `encodedByteCount` characters: 3·⌊n/4⌋.
    static func decodedByteCount(within encodedByteCount: Int) -> Int { encodedByteCount / 4 * 3 }

    /// The ASCII characters that stand for `bytes`, without line breaks.
    package static func encode(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(encodedByteCount(bytes.count))
        append(bytes.span, to: &text)
        return text
    }

    /// Appends the ASCII characters that stand for `bytes`.
    ///
    /// Parts of one file make its base64 when each but the last is a multiple of three bytes long.
    package static func append(_ bytes: Span<UInt8>, to text: inout [UInt8]) {
        text.append(addingCapacity: encodedByteCount(bytes.count)) { output in
            let wholeByteCount = bytes.count / 3 * 3
            var offset = 0
            while offset < wholeByteCount {
                let group =
                    UInt32(bytes[offset]) << 16 | UInt32(bytes[offset + 1]) << 8
                    | UInt32(bytes[offset + 2])
                output.append(letter(group >> 18))
                output.append(letter(group >> 12))
                output.append(letter(group >> 6))
                output.append(letter(group))
                offset += 3
            }
            appendRemainder(bytes.extracting(wholeByteCount...), to: &output)
        }
    }

    /// Appends the padded group of the last one or two bytes.
    private static func appendRemainder(
        _ bytes: Span<UInt8>,
        to output: inout OutputSpan<UInt8>
    ) {
        guard bytes.count > 0 else { return }
        let second = bytes.count > 1 ? UInt32(bytes[1]) : 0
        let group = UInt32(bytes[0]) << 16 | second << 8
        output.append(letter(group >> 18))
        output.append(letter(group >> 12))
        output.append(bytes.count > 1 ? letter(group >> 6) : padding)
        output.append(padding)
    }

    /// The character that fills the last group.
    static let padding = UInt8(ascii: "=")

    /// The character of the six lowest bits.
    private static func letter(_ sextet: UInt32) -> UInt8 { alphabet[Int(sextet & 0x3F)] }

    private static let alphabet: [64 of UInt8] = {
        let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        return InlineArray { letters[$0] }
    }()

    /// What each of the 256 bytes stands for; ``noSextet`` for all that are no letters.
    static let sextets: [UInt8] = {
        var sextets = [UInt8](repeating: noSextet, count: 256)
        for sextet in UInt8(0)..<64 { sextets[Int(letter(UInt32(sextet)))] = sextet }
        return sextets
    }()

    /// More than six bits, so that the bits above tell a mistake.
    static let noSextet = UInt8.max
}
