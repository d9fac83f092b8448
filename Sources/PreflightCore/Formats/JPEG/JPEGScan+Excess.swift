extension JPEGScan {
    /// Whole blocks that the data of a scan or of an interval go on with after its last one, up to
    /// their end.
    struct Excess {
        /// How many there are.
        var blockCount: Int

        /// The units that were asked for.
        var after: Range<Int>
    }

    /// The whole blocks that data go on with after the last one that was asked for; 0 where they end
    /// there, or go on with something else.
    ///
    /// Where bytes were lost, added or changed, a decoder finds its way back into the codes after a
    /// few blocks, and counts some too few or too many up to the end. Codes can be read in any bytes; but
    /// only blocks end where the data do, but for bits that are set (T.81, F.1.2.3).
    func excessBlockCount(after bits: JPEGBitReader, crossingRestarts: Bool) -> Int {
        guard isFirst, parts.allSatisfy({ $0.dcTable != nil }) else { return 0 }
        var bits = bits
        var blockCount = 0
        repeat {
            guard let count = wholeBlockCount(from: bits) else { return 0 }
            blockCount += count
        } while crossingRestarts && bits.restart() != nil
        return blockCount
    }

    /// The blocks up to the next marker; nil where those are not all that is there.
    private func wholeBlockCount(from start: JPEGBitReader) -> Int? {
        var (bits, end) = (start, start)
        let unit = parts.flatMap { Array(repeating: $0, count: self.blockCount(of: $0)) }
        var blockCount = 0
        // Each takes a bit at least.
        while !unit.isEmpty {
            passFirst(of: unit[blockCount % unit.count], &bits)
            guard !bits.isExhausted else { break }
            end = bits
            blockCount += 1
        }
        guard end.isAtPadding else { return nil }
        return end.offset - start.offset >= Self.excessByteCountAtLeast ? blockCount : 0
    }

    /// A byte or two may be taken for blocks of flat colours, and a coder's own padding too.
    private static let excessByteCountAtLeast = 3
}
