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
        let sides = 300...(target.longEdgePixels ?? 2 * bound)
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

    /// Grids of exactly one patch less, as many, and one more, by their largest and smallest sizes.
    private static func patches(_ target: ResizeTarget) -> [SizeProbe] {
        guard let budget = target.patches else { return [] }
        let edge = budget.edgePixels
        return (budget.count - 1...budget.count + 1)
            .flatMap { count in
                let rows = (1...count).last { count % $0 == 0 && $0 * $0 <= count } ?? 1
                let columns = count / rows
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
