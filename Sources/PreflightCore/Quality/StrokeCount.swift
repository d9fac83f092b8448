/// How often a row of samples turns from light to dark or back: twice for each stroke it crosses.
struct StrokeCount: Sendable, Equatable {
    /// The turns.
    var turnCount = 0

    /// From the first turn to the last, in samples.
    var extent = 0

    /// What is less of a turn is noise, or the ringing of a codec: levels of 255.
    private static let turnLevelsAtLeast = 40

    /// Counts the turns of a row.
    init(_ samples: Span<UInt8>, from start: Int, count: Int) {
        guard count > 0 else { return }
        let row = samples.extracting(start..<start + count)
        var (low, high) = (Int(row[0]), Int(row[0]))
        var direction = 0
        var first = 0
        var last = 0
        for place in row.indices {
            let sample = Int(row[place])
            if sample > high { high = sample }
            if sample < low { low = sample }
            if direction <= 0, sample - low >= Self.turnLevelsAtLeast {
                direction = 1
                high = sample
            } else if direction >= 0, high - sample >= Self.turnLevelsAtLeast {
                direction = -1
                low = sample
            } else {
                continue
            }
            if turnCount == 0 { first = place }
            last = place
            turnCount += 1
        }
        extent = last - first
    }
}
