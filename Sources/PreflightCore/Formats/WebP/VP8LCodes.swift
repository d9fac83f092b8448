/// The five prefix codes by which a pixel of a lossless WebP picture is read, or a run of pixels.
///
/// Source: RFC 9649, section 3.7.
struct VP8LCodes {
    /// What a code of one symbol takes no bit for, or the code.
    private enum Code {
        case single(Int)
        case many(HuffmanCode)

        /// Creates the code whose symbols have these lengths in bits, 0 for symbols without a code.
        init(lengths: [Int]) throws(InflateError) {
            let used = lengths.indices.filter { lengths[$0] > 0 }
            guard used.count != 1 else {
                self = .single(used[0])
                return
            }
            self = .many(try HuffmanCode(bitCounts: lengths))
        }
    }

    private var codes: [Code] = []

    /// The five codes, by what they are for.
    enum Purpose: Int, CaseIterable {
        /// Green, a length, or a place in the cache of colours.
        case green, red, blue, alpha, distance
    }

    /// Reads the codes.
    ///
    /// - Parameters:
    ///   - bits: The bits, up to these codes.
    ///   - stream: Where the bits come from.
    ///   - cacheSize: How many colours the cache has.
    /// - Throws: ``InflateError`` where the data end before or make no sense.
    init(_ bits: inout DeflateBits, _ stream: Span<UInt8>, cacheSize: Int) throws(InflateError) {
        for purpose in Purpose.allCases {
            let symbolCount =
                switch purpose {
                case .green: 256 + Self.lengthCount + cacheSize
                case .red, .blue, .alpha: 256
                case .distance: 40
                }
            codes.append(try Self.code(&bits, stream, ofSymbols: symbolCount))
        }
    }

    /// The next symbol.
    func symbol(
        _ purpose: Purpose,
        _ bits: inout DeflateBits,
        _ stream: Span<UInt8>
    ) throws(InflateError) -> Int {
        switch codes[purpose.rawValue] {
        case .single(let symbol): return symbol
        case .many(let code):
            bits.refill(from: stream)
            return try code.nextSymbol(from: &bits)
        }
    }

    /// A length or a distance by its symbol and the bits that follow (3.6.2.2).
    static func value(
        ofSymbol symbol: Int,
        _ bits: inout DeflateBits,
        _ stream: Span<UInt8>
    ) throws(InflateError) -> Int {
        guard symbol >= 4 else { return symbol + 1 }
        let bitCount = (symbol - 2) >> 1
        let extra = try bits.next(bitCount, from: stream)
        return (2 + symbol & 1) << bitCount + extra + 1
    }

    /// How many symbols stand for lengths.
    static let lengthCount = 24
}

extension VP8LCodes {
    private static func code(
        _ bits: inout DeflateBits,
        _ stream: Span<UInt8>,
        ofSymbols symbolCount: Int
    ) throws(InflateError) -> Code {
        var lengths = [Int](repeating: 0, count: symbolCount)
        if try bits.next(1, from: stream) == 1 {
            let hasTwo = try bits.next(1, from: stream) == 1
            let firstBitCount = try bits.next(1, from: stream) == 1 ? 8 : 1
            let first = try bits.next(firstBitCount, from: stream)
            guard hasTwo else { return .single(first) }
            let second = try bits.next(8, from: stream)
            guard first < symbolCount, second < symbolCount else { throw .malformed }
            lengths[first] = 1
            lengths[second] = 1
        } else {
            lengths = try Self.lengths(&bits, stream, count: symbolCount)
        }
        return try Code(lengths: lengths)
    }

    /// The lengths of codes, which are coded too (3.7.2.1.2).
    private static func lengths(
        _ bits: inout DeflateBits,
        _ stream: Span<UInt8>,
        count: Int
    ) throws(InflateError) -> [Int] {
        var own = [Int](repeating: 0, count: lengthOrder.count)
        for index in 0..<(try bits.next(4, from: stream)) + 4 {
            own[lengthOrder[index]] = try bits.next(3, from: stream)
        }
        let code = try Code(lengths: own)
        var room = count
        if try bits.next(1, from: stream) == 1 {
            let bitCount = 2 + 2 * (try bits.next(3, from: stream))
            room = 2 + (try bits.next(bitCount, from: stream))
        }
        var lengths: [Int] = []
        var previous = 8
        while lengths.count < count, room > 0 {
            room -= 1
            bits.refill(from: stream)
            let symbol: Int
            switch code {
            case .single(let only): symbol = only
            case .many(let code): symbol = try code.nextSymbol(from: &bits)
            }
            var (value, times) = (0, 1)
            switch symbol {
            case 16: (value, times) = (previous, 3 + (try bits.take(2)))
            case 17: times = 3 + (try bits.take(3))
            case 18: times = 11 + (try bits.take(7))
            default:
                value = symbol
                if symbol > 0 { previous = symbol }
            }
            guard times <= count - lengths.count else { throw .malformed }
            lengths += repeatElement(value, count: times)
        }
        return lengths + repeatElement(0, count: count - lengths.count)
    }

    /// The order in which the lengths of the code for lengths are sent.
    private static let lengthOrder = [
        17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15,
    ]
}
