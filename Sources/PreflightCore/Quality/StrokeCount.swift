/// How often a row of samples turns from light to dark or back: twice for each stroke it crosses.
struct StrokeCount: Sendable, Equatable {
    /// The turns.
    var turnCount = 0

    /// From the first turn to the last, in samples.
    var extent = 0

    /// What is less of a turn is noise, or the ringing of a codec: levels of 255.
    private static let turnLevelsAtLeast: UInt8 = 40

    /// Samples whose extremes are looked at first, since most hold no turn.
    private static let blockLength = 32

    /// Counts the turns of a row.
    init(_ samples: Span<UInt8>, from start: Int, count: Int) {
        let row = samples.extracting(start..<start + count)
        guard let first = Self.firstTurn(in: row) else { return }
        // What falls is turned over, so that the turn that is waited for is always one down.
        var mask: UInt8 = first.isUp ? 0 : .max
        var highest = row[first.place] ^ mask
        var last = first.place
        turnCount = 1
        for start in stride(from: first.place + 1, to: row.count, by: Self.blockLength) {
            let block = row.extracting(start..<min(start + Self.blockLength, row.count))
            let (low, high) = block.extremes
            let most = max(highest, mask == 0 ? high : ~low)
            guard most - (mask == 0 ? low : ~high) >= Self.turnLevelsAtLeast else {
                highest = most
                continue
            }
            for place in block.indices {
                let sample = block[place] ^ mask
                highest = max(highest, sample)
                guard highest - sample >= Self.turnLevelsAtLeast else { continue }
                mask = ~mask
                highest = ~sample
                last = start + place
                turnCount += 1
            }
        }
        extent = last - first.place
    }

    /// The first place at which a row is a turn lighter or darker than before; nil for none.
    private static func firstTurn(in row: Span<UInt8>) -> (place: Int, isUp: Bool)? {
        var (low, high) = (UInt8.max, UInt8.min)
        for start in stride(from: 0, to: row.count, by: blockLength) {
            let block = row.extracting(start..<min(start + blockLength, row.count))
            let extremes = block.extremes
            let (least, most) = (min(low, extremes.low), max(high, extremes.high))
            if most - least >= turnLevelsAtLeast {
                for place in block.indices {
                    let sample = block[place]
                    (low, high) = (min(low, sample), max(high, sample))
                    guard high - low >= turnLevelsAtLeast else { continue }
                    return (start + place, sample == high)
                }
            }
            (low, high) = (least, most)
        }
        return nil
    }
}

extension Span<UInt8> {
    /// The least and the greatest sample; 255 and 0 where there is none.
    var extremes: (low: UInt8, high: UInt8) {
        var (low, high) = (UInt8.max, UInt8.min)
        for place in indices {
            low = Swift.min(low, self[place])
            high = Swift.max(high, self[place])
        }
        return (low, high)
    }
}
