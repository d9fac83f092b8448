/// One token for each square cell of a grid laid over the image, after the provider's own resize.
///
/// Source: Anthropic, "Vision" and "Vision coordinates"
/// (https://platform.claude.com/docs/en/build-with-claude/vision). The resize follows the
/// published algorithm step by step, its double and its ties included: whether a size fits is not
/// monotone in its width, so another way of searching finds other sizes.
public struct GridTokens: Sendable, Hashable {
    /// A cell's side, in pixels.
    public var cellEdgePixels: Int

    /// The longest edge that is kept, in pixels, measured over whole cells; at least one cell.
    public var longEdgePixels: Int

    /// The most tokens that one image may cost; larger images are scaled down.
    public var tokenCountAtMost: Int

    /// Creates the method from its numbers, each at least 1.
    public init(cellEdgePixels: Int, longEdgePixels: Int, tokenCountAtMost: Int) {
        self.cellEdgePixels = cellEdgePixels
        self.longEdgePixels = longEdgePixels
        self.tokenCountAtMost = tokenCountAtMost
    }
}

extension GridTokens {
    /// The tokens that an image of `displaySize` costs: the cells that cover it after the resize.
    public func tokenCount(for displaySize: PixelSize) -> Int {
        cellCount(covering: resized(displaySize))
    }

    /// The size that the provider makes of `size`; never larger.
    public func resized(_ size: PixelSize) -> PixelSize {
        guard !fits(size) else { return size }
        guard size.height <= size.width else { return resized(size.transposed).transposed }
        let aspectRatio = Double(size.width) / Double(size.height)
        var fitting = 1
        var tooWide = size.width
        while tooWide - fitting > 1 {
            let middle = fitting + (tooWide - fitting) / 2
            if fits(scaled(toWidth: middle, aspectRatio)) {
                fitting = middle
            } else {
                tooWide = middle
            }
        }
        return scaled(toWidth: fitting, aspectRatio)
    }

    /// The size with `width` columns, its height rounded half to even but at least 1.
    private func scaled(toWidth width: Int, _ aspectRatio: Double) -> PixelSize {
        let height = Double(width) / aspectRatio
        // In steps that need no C mathematics library, which this module does not link.
        let whole = Int(height)
        let rest = height - Double(whole)
        let roundsUp = rest > 0.5 || (rest == 0.5 && !whole.isMultiple(of: 2))
        return PixelSize(width: width, height: max(1, roundsUp ? whole + 1 : whole))
    }

    private func fits(_ size: PixelSize) -> Bool {
        let longEdgeCells = size.longEdge.dividedRoundingUp(by: cellEdgePixels)
        return longEdgeCells.multipliedSaturating(by: cellEdgePixels) <= longEdgePixels
            && cellCount(covering: size) <= tokenCountAtMost
    }

    private func cellCount(covering size: PixelSize) -> Int {
        let columns = size.width.dividedRoundingUp(by: cellEdgePixels)
        let rows = size.height.dividedRoundingUp(by: cellEdgePixels)
        return columns.multipliedSaturating(by: rows)
    }
}
