/// A number of square patches that a model cuts an image into, partial ones counted as whole.
public struct PatchBudget: Sendable, Hashable {
    /// How a provider makes a picture small enough for its budget.
    public enum Resize: String, Sendable, Hashable, CaseIterable {
        /// Until its tighter side is a whole number of patches, after the long edge.
        ///
        /// Source: OpenAI, "Images and vision"
        /// (https://platform.openai.com/docs/guides/images-vision).
        case wholePatches
        /// To the widest that fits, found by halving, after which no patch need be whole.
        ///
        /// Source: Anthropic, "Vision coordinates"
        /// (https://platform.claude.com/docs/en/build-with-claude/vision).
        case widest
    }

    /// A patch's side, in pixels.
    public var edgePixels: Int

    /// The most patches that are kept.
    public var count: Int

    /// How a larger picture is made to fit.
    public var resize: Resize

    /// Creates a budget; both numbers are at least 1.
    public init(edgePixels: Int, count: Int, resize: Resize = .wholePatches) {
        self.edgePixels = edgePixels
        self.count = count
        self.resize = resize
    }

    /// The patches that cover `size`: ⌈w/edge⌉·⌈h/edge⌉.
    public func patchCount(covering size: PixelSize) -> Int {
        let columns = size.width.dividedRoundingUp(by: edgePixels)
        let rows = size.height.dividedRoundingUp(by: edgePixels)
        return columns.multipliedSaturating(by: rows)
    }
}

extension PatchBudget {
    /// The size of ``Resize/wholePatches`` that a provider makes of `size`; never larger.
    ///
    /// The published rule scales by √(edge²·count/(w·h)) and then down again until the tighter side
    /// is a whole number of patches. That is the smaller of ⌊√(count·w/h)⌋·edge/w and
    /// ⌊√(count·h/w)⌋·edge/h, computed here without a rounding error; both sides are rounded down,
    /// but to no less than 1.
    ///
    /// Source: OpenAI, "Images and vision" (https://platform.openai.com/docs/guides/images-vision).
    public func resized(_ size: PixelSize) -> PixelSize {
        guard patchCount(covering: size) > count else { return size }
        let (columns, rows) = grid(for: size)
        let widthDecides =
            Int128(columns) * Int128(size.height) <= Int128(rows) * Int128(size.width)
        let (patches, side) = widthDecides ? (columns, size.width) : (rows, size.height)
        let pixels = patches.multipliedSaturating(by: edgePixels)
        return PixelSize(
            width: max(1, size.width.scaledRoundingDown(by: pixels, over: side)),
            height: max(1, size.height.scaledRoundingDown(by: pixels, over: side))
        )
    }

    /// Whether the published rule leaves nothing of so slender an image: no patch fits across.
    func vanishes(_ size: PixelSize) -> Bool {
        let (columns, rows) = grid(for: size)
        return min(columns, rows) == 0
    }

    /// The whole patches along each side of the largest picture of this shape within the budget.
    private func grid(for size: PixelSize) -> (columns: Int, rows: Int) {
        let columns = count.scaledRoundingDown(by: size.width, over: size.height)
        let rows = count.scaledRoundingDown(by: size.height, over: size.width)
        return (columns.squareRootRoundedDown, rows.squareRootRoundedDown)
    }
}
