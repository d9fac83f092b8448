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

extension ResizeTarget {
    /// Whether the provider leaves an image of `size` as it is: every bound is met.
    public func isMet(by size: PixelSize) -> Bool {
        size.longEdge <= longEdgePixels ?? .max
            && size.shortEdge <= shortEdgePixels ?? .max
            && size.pixelCount <= pixelCount ?? .max
            && patches.map { $0.patchCount(covering: size) <= $0.count } ?? true
    }

    /// Whether each bound is as wide as that of another target, and one of them wider.
    func letsMorePass(than other: ResizeTarget) -> Bool {
        func isAsWide(_ bound: KeyPath<ResizeTarget, Int?>) -> Bool {
            self[keyPath: bound] ?? .max >= other[keyPath: bound] ?? .max
        }
        let ownCount = patches.map(\.count) ?? .max
        // Patches of different sizes cannot be compared.
        let isOfOnePatch = patches?.edgePixels == other.patches?.edgePixels
        return self != other && isAsWide(\.longEdgePixels) && isAsWide(\.shortEdgePixels)
            && isAsWide(\.pixelCount)
            && (!isOfOnePatch || ownCount >= other.patches?.count ?? .max)
    }

    /// The largest size that meets the target and keeps the aspect ratio of `size`; never larger.
    ///
    /// A size that meets the target is left alone. Otherwise the longer side is the largest whole
    /// number that does, with the shorter side within half a pixel of its exact value and at least
    /// 1. A patch budget is filled the way its provider fills it (``PatchBudget/Resize``).
    public func largestSize(fitting size: PixelSize) -> PixelSize {
        guard !isMet(by: size) else { return size }
        guard size.height <= size.width else {
            return largestSize(fitting: size.transposed).transposed
        }
        switch patches?.resize {
        case .widest: return size.foundByHalving(where: isMet)
        case .wholePatches, nil:
            let resized = sizeOfWholePatches(below: size)
            return isMet(by: resized) ? resized : largestProportionalSize(below: size)
        }
    }

    /// What the edge and then the patches leave of a size, where they leave anything.
    private func sizeOfWholePatches(below size: PixelSize) -> PixelSize {
        let edged = size.scaled(toLongEdge: longEdgePixels ?? .max)
        guard let patches, !patches.vanishes(edged) else { return edged }
        return patches.resized(edged)
    }

    /// The largest size by its longer side.
    ///
    /// Every measure grows with that side, so the search is a binary one.
    private func largestProportionalSize(below size: PixelSize) -> PixelSize {
        var met = 1
        var missed = size.width
        while missed - met > 1 {
            let middle = met + (missed - met) / 2
            if isMet(by: size.proportional(toWidth: middle, .down)) {
                met = middle
            } else {
                missed = middle
            }
        }
        let taller = size.proportional(toWidth: met, .up)
        return isMet(by: taller) ? taller : size.proportional(toWidth: met, .down)
    }
}
