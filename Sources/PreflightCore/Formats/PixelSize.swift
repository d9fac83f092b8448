/// A width and a height in pixels.
public struct PixelSize: Sendable, Hashable {
    /// Pixels in a row.
    public var width: Int
    /// Rows.
    public var height: Int

    /// Creates a size from its two sides, both in pixels and not negative.
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}

extension PixelSize {
    /// The longer side, in pixels.
    public var longEdge: Int { max(width, height) }

    /// The shorter side, in pixels.
    public var shortEdge: Int { min(width, height) }

    /// Pixels altogether; the largest `Int` where the product does not fit.
    public var pixelCount: Int { width.multipliedSaturating(by: height) }

    /// The size with its sides exchanged.
    public var transposed: PixelSize { PixelSize(width: height, height: width) }
}

extension PixelSize: CustomStringConvertible {
    /// The size as people write it: `4032 × 3024`.
    public var description: String { "\(width) × \(height)" }
}
