/// A price for each crop, whose side follows the shorter edge; small images are one crop.
///
/// Source: Google, "Image understanding" (https://ai.google.dev/gemini-api/docs/image-understanding):
/// the crop unit is ⌊min(w, h)/1.5⌋.
public struct CropTokens: Sendable, Hashable {
    /// The longest edge of an image that is one crop, in pixels.
    public var smallEdgePixels: Int

    /// Tokens of each crop, partial ones counted as whole.
    public var tokenCountPerCrop: Int

    /// Creates the method from its numbers, each at least 1.
    public init(smallEdgePixels: Int, tokenCountPerCrop: Int) {
        self.smallEdgePixels = smallEdgePixels
        self.tokenCountPerCrop = tokenCountPerCrop
    }
}

extension CropTokens {
    /// The tokens that an image of `displaySize` costs.
    public func tokenCount(for displaySize: PixelSize) -> Int {
        let edge = edgePixels(for: displaySize)
        let columns = displaySize.width.dividedRoundingUp(by: edge)
        let rows = displaySize.height.dividedRoundingUp(by: edge)
        return columns.multipliedSaturating(by: rows)
            .multipliedSaturating(by: tokenCountPerCrop)
    }

    /// The side of the crops that an image of `displaySize` is cut into, in pixels, at least 1; of a
    /// small image its longer edge.
    public func edgePixels(for displaySize: PixelSize) -> Int {
        guard displaySize.longEdge > smallEdgePixels else { return max(1, displaySize.longEdge) }
        return max(1, displaySize.shortEdge.scaledRoundingDown(by: 2, over: 3))
    }
}
