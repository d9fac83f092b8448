internal import PreflightCore

/// How small a picture may become and still be read, alone or in a request.
extension RuleTable {
    /// The scale of what the model looks at below which the text of a page is lost: 16 px become 8,
    /// as in the tables' limits on what is left of a page.
    private static let legibleScale = 0.5

    /// The smallest displayed size, in pixels, in which a picture stays legible; one pixel where it
    /// need not.
    func leastSize(of size: PixelSize, _ options: PlanOptions) -> PixelSize {
        if options.squeezes { return PixelSize(width: 1, height: 1) }
        return looked(at: size).scaled(by: Self.legibleScale)
    }

    /// Whether a picture that was scaled down to a size can still be read.
    func isLegible(_ scaled: PixelSize, of size: PixelSize) -> Bool {
        scaled.longEdge >= looked(at: size).scaled(by: Self.legibleScale).longEdge
    }

    /// The size in which the model looks at a picture; its own where nobody says.
    private func looked(at size: PixelSize) -> PixelSize {
        resizeTarget?.largestSize(fitting: size) ?? size
    }
}
