package import PreflightCore

/// One image that a request can carry: what it was, what was done, and what came of it.
package struct NormalisedImage: Sendable {
    /// The image as it was opened.
    var opened: OpenedImage

    /// The header of the input.
    let header: ImageHeader

    /// What was done to it so far; empty where it goes as it is.
    package internal(set) var plan: Plan

    /// What it is now.
    package internal(set) var output: KeptFile

    /// Which tile of the input's picture it is; nil where that goes whole.
    package internal(set) var tile: TilePlace?

    /// How alike it is to the picture that it was written from, 1 for the same; nil where it did
    /// not have to save bytes.
    var similarity: Double?

    /// The tokens that it is billed at; nil where that is not known or was not counted.
    var tokenCount: Int?

    /// How often it was encoded to save bytes, and before that to be accepted.
    var encodeCount: Int

    /// The image that came of a plan; nil where the header of the input cannot be read.
    init?(_ opened: OpenedImage, after plan: Plan, output: KeptFile) {
        guard let header = try? opened.inspected.facts.header.get() else { return nil }
        self.opened = opened
        self.header = header
        self.plan = plan
        self.output = output
        encodeCount = plan.encoding?.encodeCount ?? 0
    }
}

extension NormalisedImage {
    /// The input.
    package var input: ImageInput { opened.input }

    /// The format of the input.
    var format: ImageFormat { opened.inspected.facts.format }

    /// Whether bytes can be saved at the cost of detail: not where the frames of an animation stay.
    var canLoseDetail: Bool {
        !header.isAnimated || plan.keepsFirstFrameOnly
    }

    /// The size that is displayed now.
    var displaySize: PixelSize {
        (try? output.facts.header.get().displaySize) ?? header.displaySize
    }

    /// The image with what was made of an equal one.
    func taking(_ equal: NormalisedImage) -> NormalisedImage {
        var image = self
        image.plan = equal.plan
        image.output = equal.output
        image.similarity = equal.similarity
        image.encodeCount = equal.encodeCount
        return image
    }
}
