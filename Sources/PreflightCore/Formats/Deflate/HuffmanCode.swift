/// A canonical Huffman code: shorter codes come first, and codes of one length in symbol order
/// (RFC 1951, 3.2.2).
struct HuffmanCode {
    /// How many codes there are of each length, by length in bits.
    private var counts = [Int](repeating: 0, count: maximumBitCount + 1)
    /// The symbols in the order of their codes.
    private var symbols: [Int] = []

    private static let maximumBitCount = 15

    /// Creates the code whose symbols have these lengths in bits, 0 for symbols without a code.
    ///
    /// - Parameter bitCounts: The lengths by symbol, 0 to 15 each.
    /// - Throws: ``InflateError/malformed`` where there are more codes than bits can tell apart, or
    ///   fewer than they could, unless it is a single code of one bit (3.2.7).
    init(bitCounts: [Int]) throws(InflateError) {
        for bitCount in bitCounts where bitCount > 0 {
            counts[bitCount] += 1
        }
        try requireComplete()

        var nextIndex = [Int](repeating: 0, count: Self.maximumBitCount + 2)
        for bitCount in 1...Self.maximumBitCount {
            nextIndex[bitCount + 1] = nextIndex[bitCount] + counts[bitCount]
        }
        symbols = [Int](repeating: 0, count: nextIndex[Self.maximumBitCount + 1])
        for (symbol, bitCount) in bitCounts.enumerated() where bitCount > 0 {
            symbols[nextIndex[bitCount]] = symbol
            nextIndex[bitCount] += 1
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

    /// Reads one code and returns its symbol.
    ///
    /// - Throws: ``InflateError/malformed`` where no symbol has the code that follows.
    func nextSymbol(from input: inout DeflateBits) throws(InflateError) -> Int {
        var code = 0
        var firstCode = 0
        var firstIndex = 0
        for bitCount in 1...Self.maximumBitCount {
            code = code << 1 | (try input.next(1))
            let rank = code - firstCode
            if rank < counts[bitCount] { return symbols[firstIndex + rank] }
            firstIndex += counts[bitCount]
            firstCode = (firstCode + counts[bitCount]) << 1
        }
        throw .malformed
    }
}
