extension ResizeTarget {
    /// Whether the provider leaves an image of `size` as it is: every bound is met.
    public func isMet(by size: PixelSize) -> Bool {
        size.longEdge <= longEdgePixels ?? .max
            && size.shortEdge <= shortEdgePixels ?? .max
            && size.pixelCount <= pixelCount ?? .max
            && patches.map { $0.patchCount(covering: size) <= $0.count } ?? true
    }

    /// The largest size that meets the target and keeps the aspect ratio of `size`; never larger.
    ///
    /// A size that meets the target is left alone. Otherwise the longer side is the largest whole
    /// number that does, with the shorter side within half a pixel of its exact value and at least
    /// 1. A patch budget is filled the way its provider fills it (``PatchBudget/resized(_:)``).
    public func largestSize(fitting size: PixelSize) -> PixelSize {
        guard !isMet(by: size) else { return size }
        guard size.height <= size.width else {
            return largestSize(fitting: size.transposed).transposed
        }
        let resized = patches.map { $0.vanishes(size) ? size : $0.resized(size) } ?? size
        return isMet(by: resized) ? resized : largestProportionalSize(below: size)
    }

    /// The largest size by its longer side.
    ///
    /// Every measure grows with that side, so the search is a binary one.
    private func largestProportionalSize(below size: PixelSize) -> PixelSize {
        var met = 1
        var missed = size.width
        while missed - met > 1 {
            let middle = met + (missed - met) / 2
            if isMet(by: size.proportional(toWidth: middle, .down)) {
                met = middle
            } else {
                missed = middle
            }
        }
        let taller = size.proportional(toWidth: met, .up)
        return isMet(by: taller) ? taller : size.proportional(toWidth: met, .down)
    }
}

/// Where a height that lies exactly between two whole numbers goes; either is half a pixel off.
private enum Tie {
    case down
    case up
}

extension PixelSize {
    /// The size of this shape with `width` columns: its height rounded to nearest, at least 1.
    fileprivate func proportional(toWidth width: Int, _ tie: Tie) -> PixelSize {
        let (quotient, remainder) = (Int128(width) * Int128(height))
            .quotientAndRemainder(dividingBy: Int128(self.width))
        let twice = 2 * remainder
        let roundsUp = twice > self.width || (twice == self.width && tie == .up)
        return PixelSize(width: width, height: max(1, Int(quotient) + (roundsUp ? 1 : 0)))
    }
}
