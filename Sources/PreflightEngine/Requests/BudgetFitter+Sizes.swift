internal import PreflightCore

/// How small images may become, and how much they may lose.
extension BudgetFitter {
    /// The displayed sizes of a picture, in pixels.
    struct FittingSize: Hashable, Sendable {
        /// The one that it is written in first.
        var first: PixelSize
        /// The largest that it may be written in.
        var largest: PixelSize
        /// The one down to which it is scaled before its quality falls.
        var smallest: PixelSize
        /// The smallest that it may be written in.
        var least: PixelSize
    }
}

extension BudgetFitter {
    /// The highest distortion, as 1 − SSIM, at which pictures and their text are still legible.
    static let legibleDistortion = 0.12

    /// The sizes of images before their quality is chosen: between what they are and what the model
    /// looks at.
    ///
    /// - Parameters:
    ///   - images: The images, as they are so far.
    ///   - byteCount: The bytes that their files may have together.
    /// - Returns: For each the displayed size that it is written in first, and the largest that it
    ///   may be written in, in pixels.
    func sizes(of images: [NormalisedImage], fitting byteCount: Double) -> [FittingSize] {
        let policy = options.resize ?? table.defaultResize
        let ranges = images.map { image in
            let size = image.displaySize
            let looked = table.resizeTarget?.largestSize(fitting: size) ?? size
            return SharedPixels.Range(
                smallest: policy == .none ? size : looked,
                largest: policy == .target ? looked : size,
                byteCount: image.output.byteCount
            )
        }
        return zip(SharedPixels.sizes(of: ranges, fitting: byteCount), ranges)
            .map { size, range in
                FittingSize(
                    first: size,
                    largest: range.largest,
                    smallest: range.smallest,
                    least: table.leastSize(of: range.largest, options)
                )
            }
    }

    /// How much pictures may be distorted, as 1 − SSIM.
    ///
    /// - Parameter mayGoElsewhere: Whether they may go into another request instead.
    /// - Returns: The distortion; 1 where any will do.
    func distortionAtMost(mayGoElsewhere: Bool) -> Double {
        options.squeezes && !mayGoElsewhere ? 1 : Self.legibleDistortion * Self.toleratedExcess
    }

    /// How much a picture may be over the distortion that is aimed at, since sizes are foreseen.
    private static let toleratedExcess = 1.1

    /// Whether pictures may become smaller than the model looks at.
    var mayScale: Bool { options.resize != ResizePolicy.none }

    /// Whether so much was taken from an image that a model may miss what it looks for.
    func isHardlyLegible(_ image: NormalisedImage) -> Bool {
        guard let similarity = image.similarity else { return false }
        let looked = table.resizeTarget?.largestSize(fitting: image.header.displaySize)
        return similarity < 1 - Self.legibleDistortion
            || image.displaySize.longEdge < looked?.longEdge ?? 0
    }
}

/// An image in the sizes that it may be written in, equal to another that looks the same.
struct SizedImage: Hashable, Sendable {
    /// The image.
    let image: NormalisedImage

    /// The displayed sizes that it may be written in.
    let size: BudgetFitter.FittingSize

    static func == (one: Self, other: Self) -> Bool {
        one.size == other.size && one.image.plan == other.image.plan
            && one.image.header == other.image.header
            && one.image.output.isCopy(of: other.image.output)
    }

    /// Files of one length in one size are few, so their bytes need not be hashed.
    func hash(into hasher: inout Hasher) {
        hasher.combine(size)
        hasher.combine(image.output.byteCount)
    }
}
