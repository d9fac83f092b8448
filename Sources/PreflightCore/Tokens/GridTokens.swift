/// One token for each square cell of a grid laid over the image, after the provider's own resize.
///
/// Source: Anthropic, "Vision" and "Vision coordinates"
/// (https://platform.claude.com/docs/en/build-with-claude/vision). The resize follows the
/// published algorithm (``PatchBudget/Resize/widest``).
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
        fits(size) ? size : size.foundByHalving(where: fits)
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
