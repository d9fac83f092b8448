/// The largest sizes that pass some bounds.
struct LargestSize {
    private var longEdgePixels = Int.max
    private var shortEdgePixels = Int.max
    private var pixelCount = Int.max
    private var patches: [PatchBudget] = []

    /// Takes a bound in.
    mutating func narrow(to bound: Bound) {
        switch bound {
        case .atMost(let edge):
            longEdgePixels = Swift.min(longEdgePixels, edge)
        case .within(let target):
            longEdgePixels = Swift.min(longEdgePixels, target.longEdgePixels ?? .max)
            shortEdgePixels = Swift.min(shortEdgePixels, target.shortEdgePixels ?? .max)
            pixelCount = Swift.min(pixelCount, target.pixelCount ?? .max)
            patches += [target.patches].compactMap(\.self)
        case .oneOf, .atLeast: break
        }
    }

    /// Whether every size that passes is certain to meet a target.
    func isWithin(_ target: ResizeTarget) -> Bool {
        let short = Swift.min(shortEdgePixels, longEdgePixels, pixelCount.squareRootRoundedDown)
        let pixels = Swift.min(pixelCount, longEdgePixels.multipliedSaturating(by: short))
        return longEdgePixels <= target.longEdgePixels ?? .max
            && short <= target.shortEdgePixels ?? .max
            && pixels <= target.pixelCount ?? .max
            && target.patches.map { covers($0, longEdgePixels, short) } ?? true
    }

    private func covers(_ budget: PatchBudget, _ long: Int, _ short: Int) -> Bool {
        let isKept = patches.contains {
            $0.edgePixels == budget.edgePixels && $0.count <= budget.count
        }
        guard !isKept, long < .max else { return isKept }
        return budget.patchCount(covering: PixelSize(width: long, height: short)) <= budget.count
    }
}
