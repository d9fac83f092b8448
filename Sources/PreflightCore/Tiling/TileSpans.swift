/// One side of a picture, cut into the fewest spans that overlap.
struct TileSpans: Sendable, Hashable {
    /// The spans, in pixels, in order; each begins before the one before it ends.
    var ranges: [Range<Int>]

    /// How many of their ends and beginnings may cut through something.
    var roughCutCount: Int
}

extension TileSpans {
    /// The fewest spans that cover a side, each with its overlap.
    ///
    /// - Parameters:
    ///   - length: The side, in pixels.
    ///   - most: The longest span, in pixels.
    /// - Returns: How many; nil where spans are too short to overlap.
    static func fewest(covering length: Int, each most: Int) -> Int? {
        guard length > most else { return 1 }
        let step = most - overlap(of: most)
        return step > 0 ? 1 + (length - most).dividedRoundingUp(by: step) : nil
    }

    /// The length of the shortest spans of which so many cover a side, in pixels.
    static func shortest(covering length: Int, count: Int) -> Int {
        var span = length.dividedRoundingUp(by: count)
        while count * span - (count - 1) * overlap(of: span) < length { span += 1 }
        return span
    }

    /// Cuts a side.
    ///
    /// The spans are as alike as the places for cuts allow. Where one more avoids at least half of the
    /// cuts through something, it is made.
    ///
    /// - Parameters:
    ///   - length: The side, in pixels.
    ///   - most: The longest span, in pixels; ``fewest(covering:each:)`` has an answer for it.
    ///   - places: Where a cut harms nothing.
    init(covering length: Int, each most: Int, at places: CutPlaces) {
        let cutting = Cutting(length: length, most: most, places: places)
        let count = Self.fewest(covering: length, each: most) ?? 1
        self = cutting.smoothest(count)
        guard roughCutCount > 0 else { return }
        let more = cutting.smoothest(count + 1)
        if more.roughCutCount <= roughCutCount / 2 { self = more }
    }

    /// By how much a span and the next overlap, in pixels, unless both are cut where nothing is: a
    /// twentieth, which is more than a line of text where the model looks at a page.
    fileprivate static func overlap(of span: Int) -> Int { span.dividedRoundingUp(by: 20) }
}

/// The ways to cut one side.
private struct Cutting {
    let length: Int
    let most: Int
    let places: CutPlaces

    private var overlap: Int { TileSpans.overlap(of: most) }

    /// How far from where it would be a cut is still near, in pixels: an eighth of a span.
    private var nearness: Int { most / 8 }

    /// So many spans at most with the fewest rough cuts, and of those the most alike; none is a
    /// strip of less than half of what an even cut makes.
    ///
    /// Between two cuts that harm nothing half the overlap will do, if no other way is found.
    func smoothest(_ count: Int) -> TileSpans {
        guard count > 1 else { return TileSpans(ranges: [0..<length], roughCutCount: 0) }
        let even = (length + (count - 1) * overlap).dividedRoundingUp(by: count)
        var best = evenly(count, each: even)
        for least in [overlap, overlap.dividedRoundingUp(by: 2)] {
            for span in even...max(even, most) {
                guard best.roughCutCount > 0 else { return best }
                let cut = reaching(span, overlappingBy: least)
                guard cut.ranges.count <= count, cut.roughCutCount < best.roughCutCount,
                    cut.ranges.allSatisfy({ $0.count >= even / 2 })
                else { continue }
                best = cut
            }
        }
        return best
    }

    /// Spans of one length at even distances, wherever that cuts.
    private func evenly(_ count: Int, each span: Int) -> TileSpans {
        let starts = (0..<count).map { $0 * (length - span) / (count - 1) }
        return TileSpans(
            ranges: starts.map { $0..<$0 + span },
            roughCutCount: 2 * (count - 1)
        )
    }

    /// Spans that each go as far as they can and end where that harms nothing, if it is near.
    ///
    /// The further a span reaches the further all after it do, so that the shortest reach of which
    /// a number of spans is enough makes them alike.
    private func reaching(_ span: Int, overlappingBy least: Int) -> TileSpans {
        var spans = TileSpans(ranges: [], roughCutCount: 0)
        var start = 0
        while length - start > span {
            let reach = start + span
            let smoothEnd = places.last(in: reach - nearness...reach)
            let end = smoothEnd ?? reach
            // What one span cuts the next has whole.
            let least = smoothEnd == nil ? overlap : least
            let smoothStart = places.last(in: end - max(least, nearness)...end - least)
            spans.ranges.append(start..<end)
            spans.roughCutCount += (smoothEnd == nil ? 1 : 0) + (smoothStart == nil ? 1 : 0)
            start = max(start + 1, smoothStart ?? end - overlap)
        }
        spans.ranges.append(start..<length)
        return spans
    }
}
