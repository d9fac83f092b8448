extension JPEGCodedData {
    /// The flaw that no end marker follows a picture that is whole; nil where it is not.
    ///
    /// Pillow asks for the marker, unless enough other bytes follow; Go always.
    ///
    /// A picture that is torn in what stands between two scans has no such end: libjpeg stops in the
    /// torn segment with an error and shows nothing of the scans before it.
    var endFlaw: StructuralFlaw? {
        guard let endOffset, hasAllScans || endOffset == bytes.count else { return nil }
        let scan = hasAllScans ? "the last scan" : "the last whole scan"
        let fact =
            switch bytes.count - endOffset {
            case 0: "nothing follows \(scan)"
            case 1: "1 byte follows \(scan)"
            case let count: "\(count.grouped) bytes follow \(scan)"
            }
        return StructuralFlaw(fact, refusedBy: [.pillow, .goImage])
    }

    /// The flaws of bytes that no row needs.
    ///
    /// libjpeg passes over them, with a warning where it looks for the next marker at all.
    var strayFlaws: [StructuralFlaw] {
        strayBytes.map { range in
            let noun = range.count == 1 ? "byte stands" : "bytes stand"
            return StructuralFlaw(
                "\(range.count.grouped) \(noun) after the coded rows at byte "
                    + range.lowerBound.grouped,
                refusedBy: [.strictLibjpegTurbo]
            )
        }
    }
}
