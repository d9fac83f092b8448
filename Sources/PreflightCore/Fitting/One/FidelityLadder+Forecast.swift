extension FidelityLadder {
    /// The attempt that is expected to come nearest to a size from below.
    ///
    /// - Parameters:
    ///   - wanted: The logarithm of the size.
    ///   - outcomes: The attempts so far, of which one at least is of this ladder.
    ///   - anchor: The logarithm of the size that the best quality is taken to have, if that can be
    ///     told without trying it.
    /// - Returns: The attempt, or nil where no outcome is of this ladder.
    func attempt(
        for wanted: Double,
        after outcomes: [ByteSearch.Outcome],
        anchor: Double?
    ) -> ByteSearch.Attempt? {
        guard let line = qualityLine(through: outcomes, anchor: anchor) else { return nil }
        guard line.size(at: lowestPosition) > wanted else {
            return attempt(at: line.place(of: wanted))
        }
        let whole = SizeLine.Point(place: 0, size: line.size(at: scaledPosition))
        let scaled = outcomes.filter { $0.attempt.scale < 1 && position(of: $0.attempt) != nil }
            .map { outcome in
                SizeLine.Point(
                    place: 2 * Self.logarithm(outcome.attempt.scale),
                    size: outcome.logarithm
                )
            }
        return SizeLine(through: scaled + [whole], usualSlope: Self.areaSlope)
            .map { attempt(at: lowestPosition + min($0.place(of: wanted), -Self.leastStep)) }
    }

    /// The logarithm of the size that the best quality is expected to have; nil where no attempt
    /// was made on this ladder.
    func highestSize(after outcomes: [ByteSearch.Outcome]) -> Double? {
        guard let top = position(of: highest) else { return nil }
        return qualityLine(through: outcomes, anchor: nil)?.size(at: top)
    }

    /// The line through the attempts at full scale, or where there is none through what a scaled
    /// one would be at full scale.
    private func qualityLine(
        through outcomes: [ByteSearch.Outcome],
        anchor: Double?
    ) -> SizeLine? {
        let points = outcomes.compactMap { outcome in
            position(of: outcome.attempt)
                .map { place in
                    let area = 2 * Self.logarithm(outcome.attempt.scale)
                    return (
                        isWhole: outcome.attempt.scale == 1,
                        point: SizeLine.Point(
                            place: area < 0 ? scaledPosition : place,
                            size: outcome.logarithm - Self.areaSlope * area
                        )
                    )
                }
        }
        guard !points.isEmpty else { return nil }
        let whole = points.filter(\.isWhole)
        var known = (whole.isEmpty ? Array(points.suffix(1)) : whole).map(\.point)
        let isTopTried = outcomes.contains { $0.attempt == highest }
        if let anchor, !isTopTried, let top = position(of: highest) {
            known.append(SizeLine.Point(place: top, size: anchor))
        }
        return SizeLine(through: known, usualSlope: Self.usualSlope)
    }

    /// How much the logarithm of a file's size grows with that of its area, roughly.
    private static let areaSlope = 0.95
}

extension ByteSearch.Outcome {
    /// The logarithm of the size.
    var logarithm: Double { FidelityLadder.logarithm(Double(max(1, byteCount))) }
}
