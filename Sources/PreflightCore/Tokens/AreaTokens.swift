/// Pixels divided by a constant.
///
/// Source: Anthropic, "Vision", before June 2026
/// (https://platform.claude.com/docs/en/build-with-claude/vision).
public struct AreaTokens: Sendable, Hashable {
    /// Pixels of one token.
    public var pixelsPerToken: Int

    /// The most tokens that one image costs, however large it is; nil for no such bound.
    public var tokenCountAtMost: Int?

    /// Creates the method from its numbers, each at least 1.
    public init(pixelsPerToken: Int, tokenCountAtMost: Int? = nil) {
        self.pixelsPerToken = pixelsPerToken
        self.tokenCountAtMost = tokenCountAtMost
    }
}

extension AreaTokens {
    /// The tokens that an image of `displaySize` costs: ⌈w·h/pixelsPerToken⌉ within the bound.
    public func tokenCount(for displaySize: PixelSize) -> Int {
        let tokenCount = displaySize.pixelCount.dividedRoundingUp(by: pixelsPerToken)
        return min(tokenCount, tokenCountAtMost ?? .max)
    }
}
