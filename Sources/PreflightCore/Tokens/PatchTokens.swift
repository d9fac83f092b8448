/// Square patches within a budget, times a multiplier.
///
/// Source: OpenAI, "Images and vision" (https://platform.openai.com/docs/guides/images-vision),
/// detail high.
public struct PatchTokens: Sendable, Hashable {
    /// The patches that are kept; larger images are scaled down.
    public var budget: PatchBudget

    /// The longest edge that is kept, in pixels; nil where only the patches count.
    public var longEdgePixels: Int?

    /// Tokens of a hundred patches: 162 where the page says a multiplier of 1.62.
    public var multiplierPercent: Int

    /// Creates the method from its numbers, each at least 1.
    public init(budget: PatchBudget, longEdgePixels: Int? = nil, multiplierPercent: Int) {
        self.budget = budget
        self.longEdgePixels = longEdgePixels
        self.multiplierPercent = multiplierPercent
    }
}

extension PatchTokens {
    /// The tokens that an image of `displaySize` costs: ⌈patches·multiplier⌉.
    public func tokenCount(for displaySize: PixelSize) -> Int {
        budget.patchCount(covering: resized(displaySize))
            .scaledRoundingUp(by: multiplierPercent, over: 100)
    }

    /// The size that the provider makes of `size`; never larger.
    ///
    /// The edge comes first, its other side rounded to nearest, then the patches.
    public func resized(_ size: PixelSize) -> PixelSize {
        budget.resized(size.scaled(toLongEdge: longEdgePixels ?? .max))
    }
}
