/// What a model looks at: the sizes that its provider leaves as they are.
///
/// A size meets the target when it meets every bound that is present; bounds are inclusive.
public struct ResizeTarget: Sendable, Hashable {
    /// The longest edge that is kept, in pixels.
    public var longEdgePixels: Int?

    /// The longest short edge that is kept, in pixels.
    public var shortEdgePixels: Int?

    /// The largest area that is kept, in pixels.
    public var pixelCount: Int?

    /// The largest number of square patches that is kept.
    public var patches: PatchBudget?

    /// Creates a target from its bounds; a target without any keeps every size.
    public init(
        longEdgePixels: Int? = nil,
        shortEdgePixels: Int? = nil,
        pixelCount: Int? = nil,
        patches: PatchBudget? = nil
    ) {
        self.longEdgePixels = longEdgePixels
        self.shortEdgePixels = shortEdgePixels
        self.pixelCount = pixelCount
        self.patches = patches
    }
}
