/// Zlib streams of stored blocks, which need no compressor.
enum ZlibBytes {
    /// A stream that holds `data` as it is.
    static func stored(_ data: [UInt8]) -> [UInt8] {
        let blockByteCount = 0xFFFF
        let starts = Array(stride(from: 0, to: max(data.count, 1), by: blockByteCount))
        let blocks = starts.flatMap { start in
            let block = data[start..<min(start + blockByteCount, data.count)]
            let length: [UInt8] = block.count.bigEndianBytes(2).reversed()
            return [start == starts.last ? 1 : 0] + length + length.map { ~$0 } + Array(block)
        }
        return [0x78, 0x01] + blocks + adler32(data).bigEndianBytes(4)
    }

    private static func adler32(_ data: [UInt8]) -> Int {
        var low = 1
        var high = 0
        for byte in data {
            low = (low + Int(byte)) % 65_521
            high = (high + low) % 65_521
        }
        return high << 16 | low
    }
}
