extension Limit {
    /// The finding that a measured number raises.
    ///
    /// - Parameters:
    ///   - measured: The number, in the measure's unit.
    ///   - message: Words the finding; it is given the bound.
    /// - Returns: The finding, or nil where the limit lets the number pass.
    func finding(measured: Int, message: (Int) -> String) -> Finding? {
        let bound: Int
        switch self.bound {
        case .atMost(let most) where measured > most: bound = most
        case .atLeast(let least) where measured < least: bound = least
        default: return nil
        }
        return Finding(
            code: code,
            message: message(bound),
            measured: measured,
            limit: bound,
            unit: measure.unit,
            source: source
        )
    }

    /// Whether the limit does not let a measured number pass.
    func isBroken(by measured: Int) -> Bool {
        finding(measured: measured) { _ in "" } != nil
    }

    /// The finding that the provider will shrink the image, or nil where it leaves it as it is.
    ///
    /// A warning where the provider documents its resize. A note where the resize is inferred:
    /// almost every photograph meets it, and a warning that always stands is not read.
    func shrinkingFinding(for size: PixelSize) -> Finding? {
        guard case .within(let target) = bound, let excess = target.excess(of: size) else {
            return nil
        }
        return Finding(
            code: code,
            severity: evidence == .documented ? .warning : .note,
            message: Message.shrunk(size, target: target),
            measured: excess.measured,
            limit: excess.limit,
            unit: excess.unit,
            source: source
        )
    }
}

extension ResizeTarget {
    /// The first bound that a size breaks, as numbers, or nil where it breaks none.
    func excess(of size: PixelSize) -> (measured: Int, limit: Int, unit: MeasureUnit)? {
        let bounds: [(measured: Int, limit: Int?, unit: MeasureUnit)] = [
            (size.longEdge, longEdgePixels, .pixelsAlong),
            (size.shortEdge, shortEdgePixels, .pixelsAlong),
            (size.pixelCount, pixelCount, .pixelsWithin),
            (patches?.patchCount(covering: size) ?? 0, patches?.count, .patches),
        ]
        for bound in bounds {
            guard let limit = bound.limit, bound.measured > limit else { continue }
            return (bound.measured, limit, bound.unit)
        }
        return nil
    }
}
