internal import PreflightCore

/// An image on its way into a request: what it is now, and what can be done to make it smaller.
struct FittingImage: Sendable {
    /// The input, to be read again when its pixels are needed.
    let input: ImageInput

    /// The header of the input.
    let header: ImageHeader

    /// The format of the input.
    let format: ImageFormat

    /// What was done to it so far.
    var plan: Plan

    /// What it is now.
    var output: NormalisedImage.Output

    /// How alike it is to the picture that it was written from, 1 for the same; nil where it did not
    /// have to save bytes.
    var similarity: Double?

    /// How often it was encoded on the way.
    var encodeCount = 0
}

extension FittingImage {
    /// Whether bytes can be saved at the cost of detail: not where the frames of an animation stay.
    var canLoseDetail: Bool {
        !header.isAnimated || plan.keepsFirstFrameOnly
    }

    /// The size that is displayed now.
    var displaySize: PixelSize {
        (try? output.facts.header.get().displaySize) ?? header.displaySize
    }
}

extension FittingImage {
    /// The image with what was made of an equal one.
    func taking(_ equal: FittingImage) -> FittingImage {
        var image = self
        image.plan = equal.plan
        image.output = equal.output
        image.similarity = equal.similarity
        image.encodeCount = equal.encodeCount
        return image
    }

    /// An image in the size that it is to be written in, equal to another that looks the same.
    struct Sized: Hashable, Sendable {
        /// The image.
        let image: FittingImage
        /// The displayed size that it is written in, in pixels.
        let size: PixelSize

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
}

extension FittingImage {
    /// The image that a normalised one gives; nil where it has no output.
    init?(_ image: NormalisedImage) {
        guard let output = image.output, let facts = image.facts,
            let header = try? facts.header.get()
        else { return nil }
        self.init(
            input: image.input,
            header: header,
            format: facts.format,
            plan: image.plan ?? Plan(),
            output: output,
            encodeCount: image.plan?.encoding?.encodeCount ?? 0
        )
    }

    /// An image that goes as it is; nil where its header cannot be read.
    init?(_ input: ImageInput, untouched content: ImageContent) {
        guard let header = try? content.facts.header.get() else { return nil }
        self.init(
            input: input,
            header: header,
            format: content.facts.format,
            plan: Plan(),
            output: NormalisedImage.Output(bytes: content.bytes, facts: content.facts)
        )
    }
}
