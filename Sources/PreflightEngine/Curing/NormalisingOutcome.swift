package import PreflightCore

/// What came of one input: what is to be said of it, and the images that can go.
package struct NormalisingOutcome: Sendable {
    /// The input.
    package let input: ImageInput

    /// What is to be said of it: the verdict on what it was, and what was done or why nothing can.
    package internal(set) var report: ImageReport

    /// The image that can go, or its tiles in their order; empty where it cannot be read or not be
    /// made acceptable.
    package internal(set) var images: [NormalisedImage] = []

    /// The input as it was opened; nil where it could not be read.
    let opened: OpenedImage?
}

extension NormalisingOutcome {
    /// The outcome without its images, because all of them together do not fit.
    package func refused(because reason: Message) -> NormalisingOutcome {
        guard !images.isEmpty else { return self }
        var outcome = self
        outcome.images = []
        outcome.report.plan = nil
        outcome.report.unmetRemedies = []
        outcome.report.outputFindings = []
        outcome.report.refusal = reason
        return outcome
    }

    /// Takes what was made of the image, or of its tiles.
    mutating func take(
        _ images: [NormalisedImage],
        judgedBy table: RuleTable,
        amongImages imageCount: Int
    ) {
        self.images = images.map { image in
            var image = image
            image.tokenCount = table.tokenCount(for: image.output.facts)
            return image
        }
        report.take(images, judgedBy: table, amongImages: imageCount)
    }
}
