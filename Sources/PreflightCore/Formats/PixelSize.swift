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

extension PixelSize {
    /// Where a height that lies exactly between two whole numbers goes; either is half a pixel off.
    enum Tie {
        case down
        case up
    }

    /// The size of this shape with `width` columns: its height rounded to nearest, at least 1.
    func proportional(toWidth width: Int, _ tie: Tie) -> PixelSize {
        let (quotient, remainder) = (Int128(width) * Int128(height))
            .quotientAndRemainder(dividingBy: Int128(self.width))
        let twice = 2 * remainder
        let roundsUp = twice > self.width || (twice == self.width && tie == .up)
        return PixelSize(width: width, height: max(1, Int(quotient) + (roundsUp ? 1 : 0)))
    }

    /// The size with its longer side at most as long, and the shorter one rounded to nearest, up
    /// where two are as near; the same size where it is no longer.
    func scaled(toLongEdge longEdgePixels: Int) -> PixelSize {
        guard longEdge > longEdgePixels else { return self }
        guard height <= width else {
            return transposed.scaled(toLongEdge: longEdgePixels).transposed
        }
        return proportional(toWidth: longEdgePixels, .up)
    }

    /// The size with its longer side scaled and rounded to nearest, at least 1, and the shorter one
    /// within half a pixel of its exact value; the same size for a scale of 1 or more.
    package func scaled(by scale: Double) -> PixelSize {
        guard scale < 1 else { return self }
        guard height <= width else { return transposed.scaled(by: scale).transposed }
        return proportional(toWidth: max(1, Int(Double(width) * scale + 0.5)), .up)
    }
}

extension PixelSize {
    /// The smallest size that holds both.
    func union(_ other: PixelSize) -> PixelSize {
        PixelSize(width: max(width, other.width), height: max(height, other.height))
    }
}
