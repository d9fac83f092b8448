/// The sizes that a model takes and looks at as they are.
struct TileBounds: Sendable, Hashable {
    /// Every one has to be met.
    var targets: [ResizeTarget]

    /// How many times as long as the shorter side the longer may be; nil for any.
    var aspectRatioAtMost: Int?
}

extension TileBounds {
    /// Whether a picture of that size is taken, and not scaled.
    func hold(_ size: PixelSize) -> Bool {
        targets.allSatisfy { $0.isMet(by: size) }
            && size.longEdge <= size.shortEdge.multipliedSaturating(by: aspectRatioAtMost ?? .max)
    }

    /// The height of the tallest tile of a width.
    ///
    /// - Parameters:
    ///   - width: The width, in pixels.
    ///   - most: The height that is enough, in pixels.
    /// - Returns: The height, at most `most`; nil where no tile is so wide.
    func tallest(ofWidth width: Int, atMost most: Int) -> Int? {
        let shapely = min(most, width.multipliedSaturating(by: aspectRatioAtMost ?? .max))
        func meets(_ height: Int) -> Bool {
            let size = PixelSize(width: width, height: height)
            return targets.allSatisfy { $0.isMet(by: size) }
        }
        // Every measure of a target grows with the height.
        var met = 0
        var missed = shapely + 1
        while missed - met > 1 {
            let middle = met + (missed - met) / 2
            if meets(middle) { met = middle } else { missed = middle }
        }
        return met > 0 && hold(PixelSize(width: width, height: met)) ? met : nil
    }
}

extension RuleTable {
    /// The bounds for tiles of pictures.
    ///
    /// Tiles are many, so that limits on edges which depend on the number of images hold for them.
    var tileBounds: TileBounds {
        let targets = limits.compactMap { limit -> ResizeTarget? in
            switch limit.bound {
            case .within(let target): target
            case .atMost(let most) where limit.measure == .longEdgePixels:
                ResizeTarget(longEdgePixels: most)
            default: nil
            }
        }
        let ratios = limits.compactMap { limit -> Int? in
            guard limit.measure == .aspectRatio, case .atMost(let most) = limit.bound else {
                return nil
            }
            return most
        }
        return TileBounds(targets: targets, aspectRatioAtMost: ratios.min())
    }
}
