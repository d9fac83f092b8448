/// Pictures of one colour that take over 100 MB once decoded, and next to nothing as files.
enum LargePicture {
    /// A lossless WebP whose every pixel is told by codes without a bit (RFC 9649, section 3.7.2).
    static func webP(width: Int, height: Int) -> [UInt8] {
        let size = UInt32(width - 1 | (height - 1) << 14)
        let payload =
            [0x2F] + size.bytes.reversed() + [0x07, 0x10, 0x11, 0xFD, 0x0F, 0x44, 0x44, 0xFF, 0x03]
        let chunk = Array("WEBPVP8L".utf8) + UInt32(payload.count).bytes.reversed() + payload
        return Array("RIFF".utf8) + UInt32(chunk.count).bytes.reversed() + chunk
    }

    /// A black PNG of 16 bits a sample in seven passes; sides are multiples of 8.
    static func interlacedPNG(width: Int, height: Int) -> [UInt8] {
        let steps = [(8, 8), (8, 8), (4, 8), (4, 4), (2, 4), (2, 2), (1, 2)]
        let byteCount = steps.reduce(0) { count, step in
            count + height / step.1 * (1 + 6 * (width / step.0))
        }
        let header = UInt32(width).bytes + UInt32(height).bytes + [16, 2, 0, 0, 1]
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", header)
            + chunk("IDAT", zeros(byteCount)) + chunk("IEND", [])
    }

    /// A zlib stream of zeros: one, then copies of it 258 at a time (RFC 1951, section 3.2.6).
    private static func zeros(_ byteCount: Int) -> [UInt8] {
        var bits = BitWriter()
        bits.write(0b110, 3)
        let literal = (0b0011_0000, 8)
        bits.write(literal.0, literal.1)
        for _ in 0..<(byteCount - 1) / 258 { bits.write(0b1_1000_1010_0000, 13) }
        for _ in 0..<(byteCount - 1) % 258 { bits.write(literal.0, literal.1) }
        bits.write(0, 7)
        // The sum of as many ones as there are bytes, and one (RFC 1950, section 8.2).
        let checksum = UInt32(byteCount % 65_521) << 16 | 1
        return [0x78, 0x9C] + bits.bytes + checksum.bytes
    }

    private static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let typed = Array(type.utf8) + data
        var register = UInt32.max
        for byte in typed {
            register ^= UInt32(byte)
            for _ in 0..<8 {
                register = register & 1 == 1 ? register >> 1 ^ 0xEDB8_8320 : register >> 1
            }
        }
        return UInt32(data.count).bytes + typed + (~register).bytes
    }
}

/// Bits that fill each byte from its lowest on.
private struct BitWriter {
    private(set) var bytes: [UInt8] = []
    private var bitCount = 0

    /// Adds bits, the most significant first, as Huffman codes stand (RFC 1951, section 3.1.1).
    mutating func write(_ value: Int, _ count: Int) {
        for place in (0..<count).reversed() {
            if bitCount % 8 == 0 { bytes.append(0) }
            bytes[bytes.count - 1] |= UInt8(value >> place & 1) << UInt8(bitCount % 8)
            bitCount += 1
        }
    }
}

extension UInt32 {
    /// The bytes, the most significant first.
    fileprivate var bytes: [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: self >> $0) }
    }
}
