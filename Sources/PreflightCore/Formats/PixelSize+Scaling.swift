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

    /// The size with its longer side scaled and rounded to nearest, at least 1, and the shorter one
    /// within half a pixel of its exact value; the same size for a scale of 1 or more.
    package func scaled(by scale: Double) -> PixelSize {
        guard scale < 1 else { return self }
        guard height <= width else { return transposed.scaled(by: scale).transposed }
        return proportional(toWidth: max(1, Int(Double(width) * scale + 0.5)), .up)
    }
}
