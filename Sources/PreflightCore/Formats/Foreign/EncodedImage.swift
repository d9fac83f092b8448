/// A text that begins as an encoding of an image's bytes does.
enum EncodedImage {
    /// The format of the image whose base64 a text begins with, in either alphabet (RFC 4648,
    /// sections 4 and 5); nil where it begins otherwise.
    static func format(ofBase64 text: some Sequence<UInt8>) -> ImageFormat? {
        var bytes: [UInt8] = []
        var bits: UInt32 = 0
        var bitCount = 0
        for unit in text where !TextOpening.isSpace(unit) {
            guard bytes.count < decodedByteCount, let sextet = sextet(unit) else { break }
            bits = (bits << 6 | sextet) & 0xFFFF
            bitCount += 6
            guard bitCount >= 8 else { continue }
            bitCount -= 8
            bytes.append(UInt8(truncatingIfNeeded: bits >> bitCount))
        }
        return format(bytes)
    }

    /// The format of the image whose hexadecimal digits a text begins with; nil where it begins
    /// otherwise.
    static func format(ofHexadecimal text: some Sequence<UInt8>) -> ImageFormat? {
        let digits = TextOpening.lowercased(text.prefix(2 * decodedByteCount + 2))
        let start = digits.starts(with: "0x".utf8) || digits.starts(with: "\\x".utf8) ? 2 : 0
        let values = digits.dropFirst(start).prefix { nibble($0) != nil }.compactMap(nibble)
        let bytes = stride(from: 0, to: values.count - 1, by: 2)
            .map { values[$0] << 4 | values[$0 + 1] }
        return format(bytes)
    }

    /// Bytes of an image that are enough for its signature and the brands after it.
    private static let decodedByteCount = 48

    private static func format(_ bytes: [UInt8]) -> ImageFormat? {
        let format = ImageFormat(recognising: bytes.span)
        return format == .unknown ? nil : format
    }

    private static func nibble(_ digit: UInt8) -> UInt8? {
        switch digit {
        case 0x30...0x39: digit - 0x30
        case 0x61...0x66: digit - 0x57
        default: nil
        }
    }

    private static func sextet(_ unit: UInt8) -> UInt32? {
        switch unit {
        case 0x41...0x5A: UInt32(unit) - 0x41
        case 0x61...0x7A: UInt32(unit) - 0x61 + 26
        case 0x30...0x39: UInt32(unit) - 0x30 + 52
        case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
        case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
        default: nil
        }
    }
}
