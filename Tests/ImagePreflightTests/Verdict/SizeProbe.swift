import PreflightCore

/// A size next to one of the bounds of a resize target, well inside the others.
struct SizeProbe: Sendable {
    var size: PixelSize
    var raises: LimitProbe.Raised?

    /// Sizes below, at and above every bound that the target has.
    static func probes(around target: ResizeTarget) -> [SizeProbe] {
        longEdges(target) + shortEdges(target) + areas(target) + patches(target)
    }

    private init(_ width: Int, _ height: Int, _ measured: Int, _ limit: Int, _ unit: MeasureUnit) {
        size = PixelSize(width: width, height: height)
        raises =
            measured > limit
            ? LimitProbe.Raised(measured: measured, limit: limit, unit: unit) : nil
    }

    private static func longEdges(_ target: ResizeTarget) -> [SizeProbe] {
        guard let bound = target.longEdgePixels else { return [] }
        return (bound - 1...bound + 1).map { SizeProbe($0, 300, $0, bound, .pixelsAlong) }
    }

    private static func shortEdges(_ target: ResizeTarget) -> [SizeProbe] {
        guard let bound = target.shortEdgePixels else { return [] }
        return (bound - 1...bound + 1).map { SizeProbe($0, $0 + 100, $0, bound, .pixelsAlong) }
    }

    /// Areas below, at and above the bound, as near as two sides within the other bounds come.
    private static func areas(_ target: ResizeTarget) -> [SizeProbe] {
        guard let bound = target.pixelCount else { return [] }
        // Sides near the square come near enough to any area.
        let root = Int(Double(bound).squareRoot())
        let sides = max(300, root - 1_000)...min(target.longEdgePixels ?? .max, root + 1_000)
        let below = sides.map { ($0, (bound - 1) / $0) }.filter { sides.contains($0.1) }
        let above = sides.map { ($0, bound / $0 + 1) }.filter { sides.contains($0.1) }
        let exact = sides.map { ($0, bound / $0) }
            .filter { sides.contains($0.1) && $0.0 * $0.1 == bound }
        let nearest = [
            below.max { $0.0 * $0.1 < $1.0 * $1.1 }, exact.first,
            above.min { $0.0 * $0.1 < $1.0 * $1.1 },
        ]
        return nearest.compactMap { sides in
            sides.map { SizeProbe($0.0, $0.1, $0.0 * $0.1, bound, .pixelsWithin) }
        }
    }

    /// Grids of a few patches less, about as many, and a few more, by their largest and smallest
    /// sizes, as near to the bound as grids within the long edge come.
    private static func patches(_ target: ResizeTarget) -> [SizeProbe] {
        guard let budget = target.patches else { return [] }
        let edge = budget.edgePixels
        func grid(of count: Int) -> (columns: Int, rows: Int)? {
            let rows = (1...count).prefix { $0 * $0 <= count }.last { count % $0 == 0 } ?? 1
            let isWithin = count / rows * edge <= target.longEdgePixels ?? .max
            return isWithin ? (count / rows, rows) : nil
        }
        let below = (1..<budget.count).reversed().lazy.compactMap(grid).first
        let above = (budget.count + 1...2 * budget.count).lazy.compactMap(grid).first
        return [below, grid(of: budget.count), above].compactMap(\.self)
            .flatMap { columns, rows in
                let count = columns * rows
                return [
                    SizeProbe(columns * edge, rows * edge, count, budget.count, .patches),
                    SizeProbe(
                        (columns - 1) * edge + 1,
                        (rows - 1) * edge + 1,
                        count,
                        budget.count,
                        .patches
                    ),
                ]
            }
    }
}
