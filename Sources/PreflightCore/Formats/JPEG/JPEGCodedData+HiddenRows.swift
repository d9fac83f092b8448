extension JPEGCodedData {
    /// The rows that a scan's data hold after those that the header asks for; nil where the data end
    /// with the picture, or go on with something else.
    ///
    /// A decoder stops at the height in the header, which may be damaged, and shows a part for the
    /// whole. Codes can be read in any bytes; rows are only what fills whole rows of units and ends in
    /// the last byte. Some coders fill up the last rows to a multiple of theirs, so that a few are
    /// nobody's loss.
    ///
    /// - Parameters:
    ///   - scan: A scan that brings first coefficients by Huffman tables.
    ///   - start: Where its data begin.
    ///   - end: Where they end.
    func hiddenRows(of scan: JPEGScan, from start: Int, to end: Int) -> MissingPixels? {
        var taller = scan
        taller.size.height = Self.heightAtMost
        var unused = JPEGCoefficients(blockCount: 0)
        let missing = taller.walk(bytes, from: start, to: end, &unused).missingUnits
        guard let first = missing?.lowerBound, first.isMultiple(of: scan.unitGrid.columns) else {
            return nil
        }
        let height = first / scan.unitGrid.columns * scan.unitSize.height
        let hiddenCount = height - scan.size.height
        guard hiddenCount >= max(scan.size.height / Self.heightsPerHidden, scan.unitSize.height)
        else { return nil }
        taller.size.height = height
        let walk = taller.walk(bytes, from: start, to: end, &unused)
        guard walk.missingUnits == nil, walk.endOffset == end else { return nil }
        var hidden = MissingPixels(.row, from: scan.size.height, count: hiddenCount, of: height)
        hidden.isHidden = true
        return hidden
    }

    /// The most rows that a header can ask for (T.81, B.2.2).
    private static let heightAtMost = 65_535

    /// Of eight rows one at least is hidden where it is not what a coder fills up with.
    private static let heightsPerHidden = 8
}
