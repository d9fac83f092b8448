/// A PNG of grey or palette samples, 8 bits each, whose stream is not compressed (RFC 1951, 3.2.4), so
/// that a test may put into it what no encoder writes.
struct StoredPNG {
    /// Each row with the byte for its filter.
    var rows: [[UInt8]] = [[0, 1, 2], [0, 3, 4]]
    /// The colours of the palette, black; 0 for a grey picture.
    var paletteCount = 0
    /// The first byte of the stream: its method and window (RFC 1950, 2.2).
    var method: UInt8 = 0x78
    /// What is added to the checksum of the stream.
    var checksumError: UInt32 = 0
    /// What follows the stream in its chunk.
    var surplus: [UInt8] = []
    /// In how many chunks the stream stands.
    var chunkCount = 1
    /// Chunks before the image data, and after.
    var before: [(String, [UInt8])] = []
    var after: [(String, [UInt8])] = []

    /// The file.
    var bytes: [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        let sides = Self.bigEndian(UInt32(rows[0].count - 1)) + Self.bigEndian(UInt32(rows.count))
        file += Self.chunk("IHDR", sides + [8, paletteCount > 0 ? 3 : 0, 0, 0, 0])
        if paletteCount > 0 {
            file += Self.chunk("PLTE", [UInt8](repeating: 0, count: 3 * paletteCount))
        }
        for (type, data) in before { file += Self.chunk(type, data) }
        let size = (stream.count + chunkCount - 1) / chunkCount
        for start in stride(from: 0, to: stream.count, by: size) {
            let part = stream[start..<min(start + size, stream.count)]
            file += Self.chunk("IDAT", Array(part))
        }
        for (type, data) in after { file += Self.chunk(type, data) }
        return file + Self.chunk("IEND", [])
    }

    private var stream: [UInt8] {
        let data = rows.flatMap(\.self)
        var low: UInt32 = 1
        var high: UInt32 = 0
        for byte in data {
            low = (low + UInt32(byte)) % 65_521
            high = (high + low) % 65_521
        }
        let remainder = UInt16(method) << 8 % 31
        let checksum = Self.bigEndian((high << 16 | low) &+ checksumError)
        return [method, UInt8(31 - remainder)] + Self.blocks(of: data) + checksum + surplus
    }

    /// The data in blocks of at most 65,535 bytes, of which the last says that it is.
    private static func blocks(of data: [UInt8]) -> [UInt8] {
        var blocks: [UInt8] = []
        for start in stride(from: 0, to: data.count, by: 65_535) {
            let end = min(start + 65_535, data.count)
            let count = UInt16(end - start)
            blocks += [end == data.count ? 1 : 0, UInt8(count & 0xFF), UInt8(count >> 8)]
            blocks += [UInt8(~count & 0xFF), UInt8(~count >> 8)] + data[start..<end]
        }
        return blocks
    }

    private static func bigEndian(_ number: UInt32) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
    }

    /// A chunk with its length and checksum (PNG, 5.3).
    static func chunk(_ type: String, _ data: [UInt8]) -> [UInt8] {
        let checked = Array(type.utf8) + data
        return bigEndian(UInt32(data.count)) + checked + bigEndian(checksum(of: checked))
    }

    /// The checksum of a chunk (PNG, annex D).
    static func checksum(of bytes: some Sequence<UInt8>) -> UInt32 {
        var sum = ~UInt32(0)
        for byte in bytes {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        return ~sum
    }
}
