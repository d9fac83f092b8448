extension JPEGScan {
    /// What the blocks tell that data go on with: rows that the header leaves out, or rows that are not
    /// in their place.
    ///
    /// A decoder stops at the height in the header, which may be damaged, and shows a part for the
    /// whole. Some coders fill up the last rows to a multiple of theirs, which is nobody's loss. Blocks
    /// that are no whole rows show that something before was changed.
    ///
    /// - Returns: The rows; nil where nothing is lost.
    func surplusRows(_ excess: Excess) -> MissingPixels? {
        let (columns, rows) = unitGrid
        let rowBlockCount = columns * parts.reduce(0) { $0 + blockCount(of: $1) }
        let (wholeRows, rest) = excess.blockCount.quotientAndRemainder(dividingBy: rowBlockCount)
        if rest == 0, excess.after.upperBound == columns * rows {
            let height = (rows + wholeRows) * unitSize.height
            let count = height - size.height
            guard count >= size.height / Self.heightsPerFilled else { return nil }
            return MissingPixels(.row, from: size.height, count: count, of: height)
                .because(.leftOut)
        }
        // The first scan of a progressive picture has so little of each block that any bytes may be
        // taken for some.
        guard band == nil else { return nil }
        let first = excess.after.lowerBound / columns * unitSize.height
        let end = ((excess.after.upperBound - 1) / columns + 1) * unitSize.height
        let last = min(end, size.height) - 1
        return MissingPixels(.row, from: first, count: last - first + 1, of: size.height)
            .because(.displaced)
    }

    /// Less than an eighth of the height is what coders fill up with.
    private static let heightsPerFilled = 8
}
