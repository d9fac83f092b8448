/// A number of square patches that a model cuts an image into, partial ones counted as whole.
public struct PatchBudget: Sendable, Hashable {
    /// A patch's side, in pixels.
    public var edgePixels: Int

    /// The most patches that are kept.
    public var count: Int

    /// Creates a budget; both numbers are at least 1.
    public init(edgePixels: Int, count: Int) {
        self.edgePixels = edgePixels
        self.count = count
    }

    /// The patches that cover `size`: ⌈w/edge⌉·⌈h/edge⌉.
    public func patchCount(covering size: PixelSize) -> Int {
        let columns = size.width.dividedRoundingUp(by: edgePixels)
        let rows = size.height.dividedRoundingUp(by: edgePixels)
        return columns.multipliedSaturating(by: rows)
    }
}
