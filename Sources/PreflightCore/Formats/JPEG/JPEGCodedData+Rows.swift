/// Which rows of the picture are missing or not in their place.
extension JPEGCodedData {
    /// The rows that are missing or not in their place; nil where all are, or where the coding is one
    /// that is not read.
    ///
    /// - Parameter height: The rows that the picture has.
    /// - Returns: From the first missing row to the last.
    func missingRows(of height: Int) -> MissingPixels? {
        guard let gap, gap.lowerBound < height else { return surplusRows }
        let last = min(gap.upperBound, height - 1)
        return MissingPixels(
            .row,
            from: gap.lowerBound,
            count: last - gap.lowerBound + 1,
            of: height
        )
    }

    /// Takes in which rows a scan lacks, or what its data tell that go on after the last one.
    mutating func takeRows(of scan: JPEGScan, from start: Int, after walk: JPEGScan.Walk) {
        if let units = walk.missingUnits {
            if scan.isFirst { takeGap(units, of: scan) }
        } else if surplusRows == nil {
            surplusRows = walk.excess.flatMap(scan.surplusRows)
            // Flat colours are coded as what fills up files, and prove nothing.
            if surplusRows?.cause == .displaced, !hasForeignEnd(walk, from: start) {
                surplusRows = nil
            }
            if coding == .arithmetic, hasForeignEnd(walk, from: start) {
                // Nothing in such data tells where they were changed.
                surplusRows = MissingPixels(.row, from: 0, count: size.height, of: size.height)
                    .because(.displaced)
            }
            isSilent = isSilent || surplusRows != nil
        }
    }

    /// Whether bytes stand after the last row that may be the scan's own, so that something before
    /// them was changed: neither text, nor what fills up a file, nor a byte or two.
    func hasForeignEnd(_ walk: JPEGScan.Walk, from start: Int) -> Bool {
        walk.strayBytes.contains { $0.count > 2 }
            && JPEGDataEnd(in: bytes, from: start).fillingOffset == nil
    }

    private mutating func takeGap(_ units: ClosedRange<Int>, of scan: JPEGScan) {
        let columns = scan.unitGrid.columns
        let height = scan.unitSize.height
        let rows =
            units.lowerBound / columns * height...units.upperBound / columns * height + height - 1
        gap =
            min(
                gap?.lowerBound ?? .max,
                rows.lowerBound
            )...max(gap?.upperBound ?? 0, rows.upperBound)
    }
}
