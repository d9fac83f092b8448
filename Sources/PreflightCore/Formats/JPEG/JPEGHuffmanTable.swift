/// The codes of one Huffman table of a JPEG file (T.81, annex C and F.2.2.3).
struct JPEGHuffmanTable {
    /// The symbols in the order of their codes.
    private let symbols: [UInt8]
    /// For each length from 1 to 16 bits: the largest code, or -1 for none.
    private var largestCodes = [Int](repeating: -1, count: 17)
    /// For each length: the place of its first symbol, less its first code.
    private var offsets = [Int](repeating: 0, count: 17)

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
            code += count
            place += count
            guard code <= 1 << length else { return nil }
            code <<= 1
        }
    }

    /// The next symbol; 0 for bits that are no code, as libjpeg takes them.
    func symbol(from bits: inout JPEGBitReader) -> Int {
        var code = 0
        for length in 1...16 {
            code = code << 1 | bits.bit()
            guard code <= largestCodes[length] else { continue }
            let place = code + offsets[length]
            return symbols.indices.contains(place) ? Int(symbols[place]) : 0
        }
        return 0
    }
}

/// The bits of coded data, up to the next marker; after them zeros, as libjpeg makes them up.
struct JPEGBitReader {
    private let bytes: [UInt8]
    private let end: Int
    private var current = 0
    private var bitCount = 0

    /// The next byte that is not taken in yet.
    private(set) var offset: Int

    /// Whether more bits were asked for than there are.
    private(set) var isExhausted = false

    /// Creates a reader of the bytes before `end`.
    init(_ bytes: [UInt8], from offset: Int, to end: Int) {
        self.bytes = bytes
        self.offset = offset
        self.end = end
    }

    /// The next bit.
    mutating func bit() -> Int {
        if bitCount == 0 { takeByte() }
        bitCount -= 1
        return current >> bitCount & 1
    }

    /// Passes over bits.
    mutating func skip(_ count: Int) {
        for _ in 0..<count { _ = bit() }
    }

    private mutating func takeByte() {
        bitCount = 8
        guard offset < end else {
            (current, isExhausted) = (0, true)
            return
        }
        guard bytes[offset] == 0xFF else {
            current = Int(bytes[offset])
            offset += 1
            return
        }
        // Within data 0xFF is followed by 0 (T.81, B.1.1.5); anything else is a marker.
        guard offset + 1 < end, bytes[offset + 1] == 0 else {
            (current, isExhausted) = (0, true)
            return
        }
        current = 0xFF
        offset += 2
    }

    /// Goes on after the next restart marker, if it comes before any other.
    ///
    /// - Returns: Its number, 0 to 7; nil where there is none.
    mutating func restart() -> Int? {
        (bitCount, isExhausted) = (0, false)
        while offset + 1 < end {
            guard bytes[offset] == 0xFF, bytes[offset + 1] != 0, bytes[offset + 1] != 0xFF else {
                offset += 1
                continue
            }
            let code = bytes[offset + 1]
            guard code & 0xF8 == 0xD0 else { break }
            offset += 2
            return Int(code & 7)
        }
        offset = end
        return nil
    }
}
