/// A list of sizes with their prices, of which the one with the nearest area counts.
///
/// Source: Amazon Nova, "Image understanding"
/// (https://docs.aws.amazon.com/nova/latest/userguide/modalities-image.html), which gives examples
/// and no formula.
public struct NearestTokens: Sendable, Hashable {
    /// A size with its price.
    public struct Price: Sendable, Hashable {
        /// The size in pixels.
        public var size: PixelSize
        /// Its tokens.
        public var tokenCount: Int

        /// Creates a price.
        public init(size: PixelSize, tokenCount: Int) {
            self.size = size
            self.tokenCount = tokenCount
        }
    }

    /// The prices, at least one.
    public var prices: [Price]

    /// Creates the method from its prices.
    public init(prices: [Price]) {
        self.prices = prices
    }
}

extension NearestTokens {
    /// The tokens of the price whose area is nearest to that of `displaySize`; of two the larger.
    public func tokenCount(for displaySize: PixelSize) -> Int {
        let area = displaySize.pixelCount
        let nearest = prices.min { one, other in
            let (near, far) = (abs(one.size.pixelCount - area), abs(other.size.pixelCount - area))
            return near == far ? one.tokenCount > other.tokenCount : near < far
        }
        return nearest?.tokenCount ?? 0
    }
}
