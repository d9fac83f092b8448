/// The two codes of a compressed block: literal bytes and lengths in one, distances in the other
/// (RFC 1951, 3.2.5 to 3.2.7).
struct DeflateCodes {
    /// Symbols 0 to 255 are bytes, 256 ends the block, 257 to 285 are lengths.
    let literals: HuffmanCode
    /// Symbols 0 to 29 are distances backwards.
    let distances: HuffmanCode

    /// The codes that need not be sent (3.2.6); never nil.
    static let fixed: DeflateCodes? = {
        let literals = (0..<288)
            .map { symbol in
                switch symbol {
                case 256..<280: 7
                case 144..<256: 9
                default: 8
                }
            }
        guard let literals = try? HuffmanCode(bitCounts: literals),
            let distances = try? HuffmanCode(bitCounts: [Int](repeating: 5, count: 32))
        else { return nil }
        return DeflateCodes(literals: literals, distances: distances)
    }()

    private init(literals: HuffmanCode, distances: HuffmanCode) {
        self.literals = literals
        self.distances = distances
    }

    /// Reads the codes that a dynamic block begins with (3.2.7).
    init(
        readingFrom bits: inout DeflateBits,
        of stream: Span<UInt8>
    ) throws(InflateError) {
        let literalCount = try bits.next(5, from: stream) + 257
        let distanceCount = try bits.next(5, from: stream) + 1
        let lengthCount = try bits.next(4, from: stream) + 4

        var lengthBitCounts = [Int](repeating: 0, count: Self.lengthOrder.count)
        for symbol in Self.lengthOrder.prefix(lengthCount) {
            lengthBitCounts[symbol] = try bits.next(3, from: stream)
        }
        let lengthCode = try HuffmanCode(bitCounts: lengthBitCounts)
        let bitCounts = try Self.bitCounts(
            literalCount + distanceCount,
            codedWith: lengthCode,
            from: &bits,
            of: stream
        )
        literals = try HuffmanCode(bitCounts: Array(bitCounts[..<literalCount]))
        distances = try HuffmanCode(bitCounts: Array(bitCounts[literalCount...]))
    }

    /// The code lengths of both codes, one sequence in which runs may cross from one to the other.
    private static func bitCounts(
        _ count: Int,
        codedWith code: HuffmanCode,
        from bits: inout DeflateBits,
        of stream: Span<UInt8>
    ) throws(InflateError) -> [Int] {
        var bitCounts: [Int] = []
        while bitCounts.count < count {
            bits.refill(from: stream)
            let symbol = try code.nextSymbol(from: &bits)
            var value = 0
            var repetitions = 1
            switch symbol {
            case 16:
                guard let last = bitCounts.last else { throw .malformed }
                value = last
                repetitions = 3 + (try bits.take(2))
            case 17: repetitions = 3 + (try bits.take(3))
            case 18: repetitions = 11 + (try bits.take(7))
            default: value = symbol
            }
            guard repetitions <= count - bitCounts.count else { throw .malformed }
            bitCounts.append(contentsOf: repeatElement(value, count: repetitions))
        }
        return bitCounts
    }

    /// The order in which the lengths of the code for code lengths are sent.
    private static let lengthOrder = [
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15,
    ]
}

extension DeflateCodes {
    /// How many bytes to copy: 3 to 258, for the symbols 257 to 285; the bits are in the buffer.
    static func length(
        ofSymbol symbol: Int,
        from bits: inout DeflateBits
    ) throws(InflateError) -> Int {
        let index = symbol - 257
        guard lengths.indices.contains(index) else { throw .malformed }
        return lengths[index].base + (try bits.take(lengths[index].extraBitCount))
    }

    /// How far back to copy from: 1 to 32,768 bytes, for the symbols 0 to 29.
    static func distance(
        ofSymbol symbol: Int,
        from bits: inout DeflateBits
    ) throws(InflateError) -> Int {
        guard distances.indices.contains(symbol) else { throw .malformed }
        return distances[symbol].base + (try bits.take(distances[symbol].extraBitCount))
    }

    private typealias SymbolRange = (base: Int, extraBitCount: Int)

    /// Eight lengths by themselves, then four for each number of extra bits; 258 has its own.
    private static let lengths: [SymbolRange] =
        ranges(from: 3, symbolsPerBitCount: 4, symbolCount: 28) + [(258, 0)]

    /// Four distances by themselves, then two for each number of extra bits.
    private static let distances: [SymbolRange] =
        ranges(from: 1, symbolsPerBitCount: 2, symbolCount: 30)

    private static func ranges(
        from first: Int,
        symbolsPerBitCount: Int,
        symbolCount: Int
    ) -> [SymbolRange] {
        var base = first
        return (0..<symbolCount)
            .map { symbol in
                let extraBitCount = max(0, symbol / symbolsPerBitCount - 1)
                defer { base += 1 << extraBitCount }
                return (base, extraBitCount)
            }
    }
}
