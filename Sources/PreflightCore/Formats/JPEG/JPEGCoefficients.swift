/// Which coefficients of a progressive JPEG's component are not zero so far.
///
/// Later scans spend a bit on each of these, so that nobody finds the end of such a scan without
/// knowing them.
///
/// Source: ITU-T T.81, G.1.2.2, G.1.2.3 and figures G.3 to G.7.
struct JPEGCoefficients {
    /// The most blocks that are kept: those of a picture as large as the decode guard lets pass.
    static let blockCountAtMost = 1 << 22

    /// A bit for each coefficient of each block, in the order of coding.
    private var blocks: [UInt64]

    /// The blocks to come that bring nothing new, as a code for a run of them said.
    var emptyBlockCount = 0

    /// Coefficients that are all zero.
    init(blockCount: Int) {
        blocks = [UInt64](repeating: 0, count: blockCount)
    }

    /// Whether a coefficient of a block is not zero.
    func isSet(_ place: Int, ofBlock block: Int) -> Bool {
        blocks.indices.contains(block) && blocks[block] & 1 << UInt64(place) != 0
    }

    /// Notes that a coefficient of a block, 0 to 63, is not zero.
    mutating func set(_ place: Int, ofBlock block: Int) {
        guard blocks.indices.contains(block) else { return }
        blocks[block] |= 1 << UInt64(place)
    }

    /// Passes over what a scan brings of one block.
    ///
    /// - Parameters:
    ///   - block: The block's number in the scan.
    ///   - band: What the scan brings.
    ///   - table: The scan's table.
    ///   - bits: The coded data.
    mutating func pass(
        block: Int,
        _ band: JPEGScan.Band,
        _ table: JPEGHuffmanTable,
        _ bits: inout JPEGBitReader
    ) {
        guard blocks.indices.contains(block) else { return }
        if band.isRefinement {
            refine(block, band, table, &bits)
        } else {
            bring(block, band, table, &bits)
        }
    }

    private mutating func bring(
        _ block: Int,
        _ band: JPEGScan.Band,
        _ table: JPEGHuffmanTable,
        _ bits: inout JPEGBitReader
    ) {
        if emptyBlockCount > 0 {
            emptyBlockCount -= 1
            return
        }
        var place = band.first
        while place <= band.last, !bits.isExhausted {
            let symbol = table.symbol(from: &bits)
            let (run, bitCount) = (symbol >> 4, symbol & 15)
            guard bitCount > 0 || run == 15 else {
                emptyBlockCount = Self.runLength(run, &bits) - 1
                return
            }
            place += run
            if bitCount > 0 {
                bits.skip(bitCount)
                if place < 64 { blocks[block] |= 1 << UInt64(place) }
            }
            place += 1
        }
    }

    private mutating func refine(
        _ block: Int,
        _ band: JPEGScan.Band,
        _ table: JPEGHuffmanTable,
        _ bits: inout JPEGBitReader
    ) {
        var place = band.first
        while emptyBlockCount == 0, place <= band.last, !bits.isExhausted {
            let symbol = table.symbol(from: &bits)
            let (run, bitCount) = (symbol >> 4, symbol & 15)
            guard bitCount > 0 || run == 15 else {
                emptyBlockCount = Self.runLength(run, &bits)
                break
            }
            bits.skip(bitCount > 0 ? 1 : 0)
            place = correct(block, from: place, to: band.last, passing: run, &bits)
            if bitCount > 0, place <= band.last { blocks[block] |= 1 << UInt64(place) }
            place += 1
        }
        guard emptyBlockCount > 0 else { return }
        _ = correct(block, from: place, to: band.last, passing: 64, &bits)
        emptyBlockCount -= 1
    }

    /// Passes over a bit for each coefficient that is not zero, up to the one after `run` zeros.
    ///
    /// - Returns: The place where it stopped.
    private func correct(
        _ block: Int,
        from start: Int,
        to last: Int,
        passing run: Int,
        _ bits: inout JPEGBitReader
    ) -> Int {
        var (place, zeros) = (start, 0)
        while place <= last {
            if blocks[block] & 1 << UInt64(place) != 0 {
                bits.skip(1)
            } else {
                guard zeros < run else { return place }
                zeros += 1
            }
            place += 1
        }
        return place
    }

    /// The length of a run of blocks: a power of two, and as many bits more.
    private static func runLength(_ bitCount: Int, _ bits: inout JPEGBitReader) -> Int {
        var length = 1
        for _ in 0..<bitCount { length = length << 1 | bits.bit() }
        return length
    }
}
