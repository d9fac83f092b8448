/// How sharp the edges of a picture are, by how steeply samples change where they change a lot.
///
/// They are looked at in a copy that is small, but large enough to tell: what is soft even there is
/// blurred, and noise and grain are gone.
struct EdgeMeter: Sendable {
    /// How many pixels become one in the copy, along each side; nil for a picture that is too small.
    private let binning: Int?

    /// How many windows with an edge have one of each width, in half pixels.
    private var windowCounts = Array(repeating: 0, count: 2 * Self.windowLength + 1)

    /// All windows that were looked at.
    private var windowCount = 0

    /// The samples of a window, along a row or a column.
    private static let windowLength = 32

    /// Rows and columns of the copy from one that is looked at to the next.
    private static let lineDistance = 2

    /// Less of a difference in a window is no edge: levels of 255.
    private static let edgeLevelsAtLeast = 40

    /// Less of a step from one sample to the next is that of a gradient: levels of 255.
    private static let stepLevelsAtLeast = 4

    /// The part of all windows that have to have an edge, and how many at least.
    private static let edgeShareAtLeast = 0.02
    private static let edgeCountAtLeast = 24

    /// The part of the edges that are sharper than what is said: a caption may be sharp on a blurred
    /// picture, and noise looks sharp.
    private static let sharperShare = 0.05

    /// Creates a meter of a picture that saw nothing of it.
    init(of size: PixelSize) {
        binning = [8, 4, 2, 1].first { size.shortEdge / $0 >= QualityMeter.shortEdgeAtLeast }
    }
}

extension EdgeMeter {
    /// The widths of blurred edges in the copy, in pixels: no sharp picture's are as wide, and what is
    /// wider is a gradient.
    private static let telltaleWidths = 3.5...9

    /// How many pixels wide the sharpest edges are; nil where there are too few edges, or where they
    /// are sharp in the copy whatever they were before.
    var width: Double? {
        guard let binning, let width = widthInCopy, Self.telltaleWidths.contains(width)
        else { return nil }
        return width * Double(binning)
    }

    private var widthInCopy: Double? {
        let total = windowCounts.reduce(0, +)
        let least = max(Double(Self.edgeCountAtLeast), Self.edgeShareAtLeast * Double(windowCount))
        guard Double(total) >= least else { return nil }
        var sharper = 0
        for (width, count) in windowCounts.enumerated() {
            sharper += count
            if Double(sharper) > Self.sharperShare * Double(total) { return Double(width) / 2 }
        }
        return nil
    }

    /// Takes a part of the picture.
    mutating func take(_ tile: LumaTile) {
        guard let binning else { return }
        let tile = tile.binned(by: binning)
        let samples = tile.samples.span
        for row in stride(from: 0, to: tile.height, by: Self.lineDistance) {
            take(samples, from: row * tile.width, step: 1, count: tile.width)
        }
        for column in stride(from: 0, to: tile.width, by: Self.lineDistance) {
            take(samples, from: column, step: tile.width, count: tile.height)
        }
    }

    private mutating func take(_ samples: Span<UInt8>, from start: Int, step: Int, count: Int) {
        let length = Self.windowLength
        for first in stride(from: 0, through: count - length, by: length) {
            windowCount += 1
            let begin = start + first * step
            // Of samples in a row the extremes are found at once, and most windows have no edge.
            if step == 1 {
                let (low, high) = samples.extracting(begin..<begin + length).extremes
                guard high - low >= UInt8(Self.edgeLevelsAtLeast) else { continue }
            }
            var place = begin
            var earlier = Int(samples[place])
            var (low, high, steepest) = (earlier, earlier, 0)
            for _ in 1..<length {
                place += step
                let sample = Int(samples[place])
                low = min(low, sample)
                high = max(high, sample)
                steepest = max(steepest, abs(sample - earlier))
                earlier = sample
            }
            guard high - low >= Self.edgeLevelsAtLeast, steepest >= Self.stepLevelsAtLeast,
                !isRamp(samples, from: begin, step: step)
            else { continue }
            windowCounts[2 * (high - low) / steepest] += 1
        }
    }

    /// Whether samples change as much in each quarter of a window, as those of a gradient do.
    private func isRamp(_ samples: Span<UInt8>, from start: Int, step: Int) -> Bool {
        let quarter = Self.windowLength / 4
        var (least, most) = (Int.max, Int.min)
        for place in stride(from: start, to: start + 4 * quarter * step, by: quarter * step) {
            let change = Int(samples[place + (quarter - 1) * step]) - Int(samples[place])
            least = min(least, change)
            most = max(most, change)
        }
        return least > 0 && 2 * least > most || most < 0 && 2 * most < least
    }
}
