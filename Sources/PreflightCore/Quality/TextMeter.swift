/// Finds lines of text by their strokes, and how high their letters are.
///
/// No letter is recognised. A line is a band of rows that cross many strokes, as close together as
/// those of letters are, between rows that cross hardly any; its lower-case letters reach as high as
/// at least half of its most strokes do.
struct TextMeter: Sendable {
    /// How many lines were seen of each height of lower-case letters, in pixels.
    private var lineCounts = Array(repeating: 0, count: Self.heights.upperBound + 1)

    private var tileCount = 0
    private var turnCounts: [StrokeCount] = []
    private var sortedCounts: [Int] = []

    /// Letters that are lower cannot be told from dots; of higher ones a tile holds no line.
    private static let heights = 3...60

    /// Fewer lines, or parts of a line, are no text: at all, and for each tile.
    ///
    /// In a photograph a few look like lines by chance, and of many heights.
    private static let lineCountAtLeast = 8
    private static let lineCountPerTileAtLeast = 0.5

    /// The part of the lines whose heights have to be near what is said, and how near.
    private static let likeShareAtLeast = 0.5
    private static let likeness = 0.75...1.34

    /// Fewer turns are no word: each stroke has two, most letters have one or two strokes.
    private static let turnCountAtLeast = 12

    /// From one stroke to the next, in heights of lower-case letters.
    private static let strokeDistances = 0.25...1.6

    /// The height of a line with all that its letters reach up and down, in heights of lower-case
    /// letters.
    private static let reachAtMost = 3.4

    /// Creates a meter that saw nothing.
    init() {}
}

extension TextMeter {
    /// The height of lower-case letters, in pixels, that half of the lines do not reach; nil where
    /// there are too few lines, or where they are of all heights.
    var height: Double? {
        let total = lineCounts.reduce(0, +)
        guard total >= Self.lineCountAtLeast,
            Double(total) >= Self.lineCountPerTileAtLeast * Double(tileCount),
            let height = median(of: total)
        else { return nil }
        let like = lineCounts.enumerated()
            .filter { Self.likeness.contains(Double($0.offset) / Double(height)) }
            .reduce(0) { $0 + $1.element }
        guard Double(like) >= Self.likeShareAtLeast * Double(total) else { return nil }
        return Double(height)
    }

    private func median(of total: Int) -> Int? {
        var below = 0
        for (height, count) in lineCounts.enumerated() {
            below += count
            if 2 * below >= total, below > 0 { return height }
        }
        return nil
    }

    /// Takes a part of the picture.
    mutating func take(_ tile: LumaTile) {
        tileCount += 1
        let samples = tile.samples.span
        turnCounts.removeAll(keepingCapacity: true)
        for row in 0..<tile.height {
            turnCounts.append(StrokeCount(samples, from: row * tile.width, count: tile.width))
        }
        // Upright lines, as the borders of a window, are crossed by every row.
        let base = leastUsual(turnCounts)
        var start: Int?
        for (row, count) in turnCounts.enumerated() {
            if count.turnCount > base + 2 {
                start = start ?? row
            } else if let first = start {
                if first > 0 { takeLine(first..<row, above: base) }
                start = nil
            }
        }
    }

    /// The turns that a fifth of the rows do not have more of.
    private mutating func leastUsual(_ counts: [StrokeCount]) -> Int {
        sortedCounts.removeAll(keepingCapacity: true)
        for count in counts { sortedCounts.append(count.turnCount) }
        sortedCounts.sort()
        return sortedCounts.isEmpty ? 0 : sortedCounts[sortedCounts.count / 5]
    }

    private mutating func takeLine(_ rows: Range<Int>, above base: Int) {
        guard rows.count >= Self.heights.lowerBound,
            let fullest = rows.max(by: { turnCounts[$0].turnCount < turnCounts[$1].turnCount })
        else { return }
        let most = turnCounts[fullest].turnCount - base
        guard most >= Self.turnCountAtLeast else { return }
        let height = rows.count { 2 * (turnCounts[$0].turnCount - base) >= most }
        guard Self.heights.contains(height),
            Double(rows.count) <= Self.reachAtMost * Double(height)
        else { return }
        let distance = 2 * Double(turnCounts[fullest].extent) / Double(most) / Double(height)
        guard Self.strokeDistances.contains(distance) else { return }
        lineCounts[height] += 1
    }
}
