/// The bits of a deflate stream, the least significant of each byte first (RFC 1951, 3.1.1).
///
/// The stream itself is handed to each call, so that this holds nothing but a place in it.
struct DeflateBits {
    /// Bits that were taken from the stream and not used yet; zeros above them.
    private(set) var buffer: UInt64 = 0
    /// How many they are.
    private(set) var bufferedBitCount = 0
    private var offset = 0

    /// Fills the buffer up to at least 56 bits, as far as the stream has them.
    mutating func refill(from stream: Span<UInt8>) {
        while bufferedBitCount <= 56, offset < stream.count {
            buffer |= UInt64(stream[offset]) << UInt64(bufferedBitCount)
            bufferedBitCount += 8
            offset += 1
        }
    }

    /// Uses bits that are in the buffer.
    ///
    /// - Throws: ``InflateError/cutOff`` where there are fewer.
    mutating func drop(_ bitCount: Int) throws(InflateError) {
        guard bitCount <= bufferedBitCount else { throw .cutOff }
        buffer >>= UInt64(bitCount)
        bufferedBitCount -= bitCount
    }

    /// Uses bits that are in the buffer and returns them as an integer; none for a count of 0.
    ///
    /// - Parameter bitCount: 0 to 16.
    /// - Returns: The integer.
    /// - Throws: ``InflateError/cutOff`` where there are fewer.
    mutating func take(_ bitCount: Int) throws(InflateError) -> Int {
        let bits = Int(buffer & (1 << UInt64(bitCount) - 1))
        try drop(bitCount)
        return bits
    }

    /// The next bits as an integer, the first one the least significant.
    ///
    /// - Parameters:
    ///   - bitCount: 0 to 16.
    ///   - stream: Where the bits come from.
    /// - Returns: The integer.
    /// - Throws: ``InflateError/cutOff`` where the stream ends before.
    mutating func next(_ bitCount: Int, from stream: Span<UInt8>) throws(InflateError) -> Int {
        if bufferedBitCount < bitCount { refill(from: stream) }
        return try take(bitCount)
    }

    /// Skips what is left of a byte that was begun.
    mutating func skipToByte() {
        let remainder = bufferedBitCount % 8
        buffer >>= UInt64(remainder)
        bufferedBitCount -= remainder
    }

    /// The offset of the first byte of which no bit was used.
    var byteOffset: Int { offset - bufferedBitCount / 8 }
}
