/// A canonical Huffman code: shorter codes come first, and codes of one length in symbol order
/// (RFC 1951, 3.2.2; RFC 9649, 3.7).
struct HuffmanCode {
    /// How many codes there are of each length, by length in bits.
    private var counts = [Int](repeating: 0, count: maximumBitCount + 1)
    /// The symbols in the order of their codes.
    private var symbols: [Int] = []
    /// By the next bits of a stream: the symbol above four bits with the length of its code; 0 where
    /// no code that short begins so.
    private var shortCodes = [UInt16](repeating: 0, count: 1 << shortBitCount)

    private static let maximumBitCount = 15
    private static let shortBitCount = 10

    /// Creates the code whose symbols have these lengths in bits, 0 for symbols without a code.
    ///
    /// - Parameter bitCounts: The lengths by symbol, 0 to 15 each; at most 4,095 of them.
    /// - Throws: ``InflateError/malformed`` where there are more codes than bits can tell apart, or
    ///   fewer than they could, unless it is a single code of one bit (3.2.7).
    init(bitCounts: [Int]) throws(InflateError) {
        for bitCount in bitCounts where bitCount > 0 {
            counts[bitCount] += 1
        }
        try requireComplete()

        var nextIndex = [Int](repeating: 0, count: Self.maximumBitCount + 2)
        var nextCode = [Int](repeating: 0, count: Self.maximumBitCount + 2)
        for bitCount in 1...Self.maximumBitCount {
            nextIndex[bitCount + 1] = nextIndex[bitCount] + counts[bitCount]
            nextCode[bitCount + 1] = (nextCode[bitCount] + counts[bitCount]) << 1
        }
        symbols = [Int](repeating: 0, count: nextIndex[Self.maximumBitCount + 1])
        for (symbol, bitCount) in bitCounts.enumerated() where bitCount > 0 {
            symbols[nextIndex[bitCount]] = symbol
            enter(symbol, code: nextCode[bitCount], bitCount: bitCount)
            nextIndex[bitCount] += 1
            nextCode[bitCount] += 1
        }
    }

    private func requireComplete() throws(InflateError) {
        var unused = 1
        for bitCount in 1...Self.maximumBitCount {
            unused = unused * 2 - counts[bitCount]
            guard unused >= 0 else { throw .malformed }
        }
        let usesOneBitAtMost = counts[2...].allSatisfy { $0 == 0 }
        guard unused == 0 || usesOneBitAtMost else { throw .malformed }
    }

    /// Enters a short code for all bits that may follow it; its own bits stand in reverse.
    private mutating func enter(_ symbol: Int, code: Int, bitCount: Int) {
        guard bitCount <= Self.shortBitCount else { return }
        let reversed = (0..<bitCount).reduce(0) { $0 | (code >> $1 & 1) << (bitCount - 1 - $1) }
        for index in stride(from: reversed, to: shortCodes.count, by: 1 << bitCount) {
            shortCodes[index] = UInt16(symbol << 4 | bitCount)
        }
    }

    /// Uses the code that the buffer begins with and returns its symbol; the caller has filled it.
    ///
    /// - Throws: ``InflateError/malformed`` where no symbol has the code that follows,
    ///   ``InflateError/cutOff`` where the stream ends inside it.
    func nextSymbol(from bits: inout DeflateBits) throws(InflateError) -> Int {
        let entry = Int(
            shortCodes[Int(truncatingIfNeeded: bits.buffer) & (1 << Self.shortBitCount - 1)]
        )
        guard entry == 0 else {
            try bits.drop(entry & 0xF)
            return entry >> 4
        }
        var code = 0
        var firstCode = 0
        var firstIndex = 0
        for bitCount in 1...Self.maximumBitCount {
            code = code << 1 | Int(bits.buffer >> UInt64(bitCount - 1) & 1)
            let rank = code - firstCode
            if rank < counts[bitCount] {
                try bits.drop(bitCount)
                return symbols[firstIndex + rank]
            }
            firstIndex += counts[bitCount]
            firstCode = (firstCode + counts[bitCount]) << 1
        }
        throw bits.bufferedBitCount < Self.maximumBitCount ? .cutOff : .malformed
    }
}
