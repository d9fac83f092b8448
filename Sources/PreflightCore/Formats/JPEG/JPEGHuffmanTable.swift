/// The codes of one Huffman table of a JPEG file (T.81, annex C and F.2.2.3).
struct JPEGHuffmanTable {
    /// The symbols in the order of their codes.
    private let symbols: [UInt8]
    /// For each length from 1 to 16 bits: the largest code, or -1 for none.
    private var largestCodes = [Int](repeating: -1, count: 17)
    /// For each length: the place of its first symbol, less its first code.
    private var offsets = [Int](repeating: 0, count: 17)
    /// By the next eight bits: the code's length in the high byte and its symbol; 0 for a longer one.
    private var shortCodes = [UInt16](repeating: 0, count: 256)

    /// Reads a table from the numbers of codes of each length and the symbols.
    ///
    /// - Returns: The table; nil where more codes are claimed than there can be.
    init?(counts: [UInt8], symbols: [UInt8]) {
        guard counts.count == 16, counts.reduce(0, { $0 + Int($1) }) == symbols.count else {
            return nil
        }
        self.symbols = symbols
        var (code, place) = (0, 0)
        for length in 1...16 {
            let count = Int(counts[length - 1])
            offsets[length] = place - code
            if count > 0 { largestCodes[length] = code + count - 1 }
            guard code + count <= 1 << length else { return nil }
            takeShortCodes(from: code, length: length, symbols[place..<place + count])
            code = (code + count) << 1
            place += count
        }
    }

    private mutating func takeShortCodes(
        from first: Int,
        length: Int,
        _ symbols: ArraySlice<UInt8>
    ) {
        guard length <= 8 else { return }
        for (index, symbol) in symbols.enumerated() {
            let start = (first + index) << (8 - length)
            for place in start..<start + 1 << (8 - length) {
                shortCodes[place] = UInt16(length) << 8 | UInt16(symbol)
            }
        }
    }

    /// The next symbol; 0 for bits that are no code, as libjpeg takes them.
    func symbol(from bits: inout JPEGBitReader) -> Int {
        let next = bits.next16
        let short = shortCodes[next >> 8]
        if short != 0 {
            bits.skip(Int(short >> 8))
            return Int(short & 0xFF)
        }
        for length in 1...16 {
            let code = next >> (16 - length)
            guard code <= largestCodes[length] else { continue }
            bits.skip(length)
            let place = code + offsets[length]
            return symbols.indices.contains(place) ? Int(symbols[place]) : 0
        }
        bits.skip(16)
        return 0
    }
}
