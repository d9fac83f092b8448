internal import PreflightCore

/// An image in the sizes that it may be written in, equal to another that looks the same.
struct SizedImage: Hashable, Sendable {
    /// The image.
    let image: NormalisedImage

    /// The displayed sizes that it may be written in.
    let size: BudgetFitter.FittingSize

    static func == (one: Self, other: Self) -> Bool {
        one.size == other.size && one.image.plan == other.image.plan
            && one.image.header == other.image.header
            && one.image.output.bytes == other.image.output.bytes
    }

    /// Files of one length in one size are few, so their bytes need not be hashed.
    func hash(into hasher: inout Hasher) {
        hasher.combine(size)
        hasher.combine(image.output.bytes.count)
    }
}
