/// Where one side of a picture may be cut so that nothing on it is.
///
/// A place is a number of lines, those before the cut. Lines on both sides of it are flat: as many as
/// make a margin, or the half of a narrower gap.
struct CutPlaces: Sendable {
    /// For each place the last one up to it where a cut harms nothing, or -1.
    private let lastBefore: [Int]

    /// Finds the places between lines.
    ///
    /// - Parameter isFlat: Whether each line is flat, in order.
    init(between isFlat: [Bool]) {
        var lastBefore = [Int](repeating: -1, count: isFlat.count + 1)
        var start = 0
        while let first = isFlat[start...].firstIndex(of: true) {
            let end = isFlat[first...].firstIndex(of: false) ?? isFlat.count
            let margin = min(Self.marginLineCount, (end - first) / 2)
            if margin > 0 {
                for place in first + margin...end - margin { lastBefore[place] = place }
            }
            start = end
        }
        for place in lastBefore.indices.dropFirst() where lastBefore[place] < 0 {
            lastBefore[place] = lastBefore[place - 1]
        }
        self.lastBefore = lastBefore
    }

    /// The flat lines that a tile keeps before its first and after its last line of text.
    private static let marginLineCount = 6

    /// The last place of a range where a cut harms nothing; nil where there is none.
    func last(in range: ClosedRange<Int>) -> Int? {
        guard lastBefore.indices.contains(range.upperBound) else { return nil }
        let place = lastBefore[range.upperBound]
        return place >= range.lowerBound && place > 0 ? place : nil
    }
}
