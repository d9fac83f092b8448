/// Where one side of a picture may be cut so that nothing on it is.
///
/// A place is a number of lines, those before the cut. The lines on both sides of it are flat.
struct CutPlaces: Sendable {
    /// For each place the last one up to it where a cut harms nothing, or -1.
    private let lastBefore: [Int]

    /// Finds the places between lines.
    ///
    /// - Parameter isFlat: Whether each line is flat, in order.
    init(between isFlat: [Bool]) {
        var last = -1
        lastBefore = (0...isFlat.count)
            .map { place in
                if place > 0, place < isFlat.count, isFlat[place - 1], isFlat[place] {
                    last = place
                }
                return last
            }
    }

    /// The last place of a range where a cut harms nothing; nil where there is none.
    func last(in range: ClosedRange<Int>) -> Int? {
        guard lastBefore.indices.contains(range.upperBound) else { return nil }
        let place = lastBefore[range.upperBound]
        return place >= range.lowerBound && place > 0 ? place : nil
    }
}
