// What the parts of a scan are read with, and whether they fit together.
extension JPEGScan {
    /// Whether its Huffman tables are there and its numbers are among those that are allowed.
    var hasTables: Bool {
        guard let band else { return parts.allSatisfy { $0.dcTable != nil && $0.acTable != nil } }
        guard band.isPossible(ofParts: parts.count) else { return false }
        if band.first > 0 { return parts[0].acTable != nil }
        return band.isRefinement || parts.allSatisfy { $0.dcTable != nil }
    }
}

extension JPEGScan.Band {
    /// Whether a scan of so many components may have it (T.81, G.1.1.1).
    func isPossible(ofParts count: Int) -> Bool {
        first <= last && last < 64 && (first == 0 || count == 1)
    }
}
