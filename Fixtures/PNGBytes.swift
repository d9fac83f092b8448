/// The parts of a PNG file that needs no compressor (W3C PNG, third edition).
enum PNGBytes {
    static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    /// The IHDR chunk of a 1-bit grey picture.
    static func header(width: Int, height: Int) -> [UInt8] {
        chunk("IHDR", bigEndian32(width) + bigEndian32(height) + [1, 0, 0, 0, 0])
    }

    /// The IDAT chunk of black and white bars 4 px wide, in stored blocks.
    static func bars(width: Int, height: Int) -> [UInt8] {
        let row = [0] + [UInt8](repeating: 0xF0, count: (width + 7) / 8)
        return chunk("IDAT", zlibStored([UInt8](repeatElement(row, count: height).joined())))
    }

    /// A chunk: length, type, data, and the CRC over type and data (section 5.3).
    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let body = type.utf8 + data
        return bigEndian32(data.count) + body + bigEndian32(Int(~crcState(body)))
    }

    /// A private chunk, ancillary and safe to copy, of exactly `byteCount` bytes, or nil under 16.
    ///
    /// Its data begin with the CRC's state after the type, which brings the state to zero; zeros
    /// leave it there, so that no CRC need be taken over megabytes.
    static func padding(byteCount: Int) -> [UInt8]? {
        let type = [UInt8]("paDd".utf8)
        let state = crcState(type)
        let stateBytes = (0..<4).map { UInt8(truncatingIfNeeded: state >> ($0 * 8)) }
        guard byteCount >= 12 + stateBytes.count else { return nil }
        let zeros = [UInt8](repeating: 0, count: byteCount - 12 - stateBytes.count)
        let crcOfZeroState: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF]
        return bigEndian32(byteCount - 12) + type + stateBytes + zeros + crcOfZeroState
    }

    /// The CRC-32 before its final inversion (annex D).
    private static func crcState(_ bytes: [UInt8]) -> UInt32 {
        var state: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            state ^= UInt32(byte)
            for _ in 0..<8 {
                state = state & 1 == 0 ? state >> 1 : state >> 1 ^ 0xEDB8_8320
            }
        }
        return state
    }

    /// A zlib stream of stored blocks (RFC 1950; RFC 1951, section 3.2.4).
    private static func zlibStored(_ data: [UInt8]) -> [UInt8] {
        let longest = 0xFFFF
        var stream: [UInt8] = [0x78, 0x01]
        for start in stride(from: 0, to: data.count, by: longest) {
            let block = data[start..<min(start + longest, data.count)]
            let isLast = start + longest >= data.count
            let length = UInt16(block.count)
            stream += [isLast ? 1 : 0] + littleEndian16(length) + littleEndian16(~length) + block
        }
        return stream + bigEndian32(adler32(data))
    }

    /// The checksum of RFC 1950, section 8.
    private static func adler32(_ bytes: [UInt8]) -> Int {
        var low = 1
        var high = 0
        for byte in bytes {
            low = (low + Int(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }

    private static func bigEndian32(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func littleEndian16(_ value: UInt16) -> [UInt8] {
        [UInt8(value & 0xFF), UInt8(value >> 8)]
    }
}
