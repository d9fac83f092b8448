/// A base price and a price for each square tile, after two downscales.
///
/// Source: OpenAI, "Images and vision" (https://platform.openai.com/docs/guides/images-vision),
/// detail high. Small images are never enlarged.
public struct TileTokens: Sendable, Hashable {
    /// Tokens of every image, whatever its size.
    public var baseTokenCount: Int

    /// Tokens of each tile, partial ones counted as whole.
    public var tokenCountPerTile: Int

    /// A tile's side, in pixels.
    public var tileEdgePixels: Int

    /// The longer side after the first downscale, in pixels.
    public var longEdgePixels: Int

    /// The shorter side after the second downscale, in pixels.
    public var shortEdgePixels: Int

    /// Creates the method from its numbers, each at least 1 except the base.
    public init(
        baseTokenCount: Int,
        tokenCountPerTile: Int,
        tileEdgePixels: Int,
        longEdgePixels: Int,
        shortEdgePixels: Int
    ) {
        self.baseTokenCount = baseTokenCount
        self.tokenCountPerTile = tokenCountPerTile
        self.tileEdgePixels = tileEdgePixels
        self.longEdgePixels = longEdgePixels
        self.shortEdgePixels = shortEdgePixels
    }
}

extension TileTokens {
    /// The tokens that an image of `displaySize` costs.
    public func tokenCount(for displaySize: PixelSize) -> Int {
        let size = resized(displaySize)
        let columns = size.width.dividedRoundingUp(by: tileEdgePixels)
        let rows = size.height.dividedRoundingUp(by: tileEdgePixels)
        let tileTokens = columns.multipliedSaturating(by: rows)
            .multipliedSaturating(by: tokenCountPerTile)
        return Int(clamping: Int128(baseTokenCount) + Int128(tileTokens))
    }

    /// The size that the provider makes of `size`: at most the longer side, then at most the
    /// shorter, the other side rounded down each time but at least 1.
    public func resized(_ size: PixelSize) -> PixelSize {
        guard size.height <= size.width else { return resized(size.transposed).transposed }
        var (long, short) = (size.width, size.height)
        if long > longEdgePixels {
            short = max(1, short.scaledRoundingDown(by: longEdgePixels, over: long))
            long = longEdgePixels
        }
        if short > shortEdgePixels {
            long = max(1, long.scaledRoundingDown(by: shortEdgePixels, over: short))
            short = shortEdgePixels
        }
        return PixelSize(width: long, height: short)
    }
}
