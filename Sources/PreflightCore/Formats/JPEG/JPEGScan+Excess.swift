extension JPEGScan {
    /// The whole units that data go on with after the last one that was asked for; 0 where they end
    /// there, or go on with something else.
    ///
    /// Where bytes were lost, added or changed, a decoder finds its way back into the codes after a
    /// few units, and counts some too few or too many up to the end. Codes can be read in any bytes; but
    /// only units end where the data do, but for bits that are set (T.81, F.1.2.3).
    func excessUnitCount(after bits: JPEGBitReader, crossingRestarts: Bool) -> Int {
        guard isFirst, parts.allSatisfy({ $0.dcTable != nil }) else { return 0 }
        var bits = bits
        var unitCount = 0
        repeat {
            guard let count = wholeUnitCount(from: bits) else { return 0 }
            unitCount += count
        } while crossingRestarts && bits.restart() != nil
        return unitCount
    }

    /// The units up to the next marker; nil where those are not all that is there.
    private func wholeUnitCount(from start: JPEGBitReader) -> Int? {
        var (bits, end) = (start, start)
        var unused = JPEGCoefficients(blockCount: 0)
        var unitCount = 0
        // Each takes a bit at least.
        passUnit(0, &bits, &unused)
        while !bits.isExhausted {
            end = bits
            unitCount += 1
            passUnit(0, &bits, &unused)
        }
        return end.isAtPadding ? unitCount : nil
    }
}
