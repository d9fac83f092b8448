/// The bits of a deflate stream, the least significant of each byte first (RFC 1951, 3.1.1).
struct DeflateBits {
    private let bytes: [UInt8]
    private var offset = 0
    private var buffer = 0
    private var bufferedBitCount = 0

    /// Creates a reader that stands before the first bit of `bytes`.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The next bits as an integer; none for a count of 0.
    ///
    /// - Parameter bitCount: 0 to 16.
    /// - Returns: The bits, the first one the least significant.
    /// - Throws: ``InflateError/malformed`` where the stream ends before.
    mutating func next(_ bitCount: Int) throws(InflateError) -> Int {
        while bufferedBitCount < bitCount {
            guard offset < bytes.count else { throw .malformed }
            buffer |= Int(bytes[offset]) << bufferedBitCount
            bufferedBitCount += 8
            offset += 1
        }
        let bits = buffer & ((1 << bitCount) - 1)
        buffer >>= bitCount
        bufferedBitCount -= bitCount
        return bits
    }

    /// Skips what is left of a byte that was begun.
    mutating func skipToByte() {
        let remainder = bufferedBitCount % 8
        buffer >>= remainder
        bufferedBitCount -= remainder
    }
}
