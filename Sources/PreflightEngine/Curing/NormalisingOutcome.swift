package import PreflightCore

/// What came of one input: what is to be said of it, and the image that can go, if it can.
package struct NormalisingOutcome: Sendable {
    /// The input.
    package let input: ImageInput

    /// What is to be said of it: the verdict on what it was, and what was done or why nothing can.
    package internal(set) var report: ImageReport

    /// The image that can go; nil where it cannot be read or not be made acceptable.
    package internal(set) var image: NormalisedImage?

    /// The input as it was opened; nil where it could not be read.
    let opened: OpenedImage?
}

extension NormalisingOutcome {
    /// The outcome without its image, because all of them together do not fit.
    package func refused(because reason: Message) -> NormalisingOutcome {
        guard image != nil else { return self }
        var outcome = self
        outcome.image = nil
        outcome.report.plan = nil
        outcome.report.unmetRemedies = []
        outcome.report.outputFindings = []
        outcome.report.refusal = reason
        return outcome
    }

    /// Takes what was made of the image to save bytes.
    mutating func take(
        _ image: NormalisedImage,
        judgedBy table: RuleTable,
        amongImages imageCount: Int
    ) {
        self.image = image
        report.take(image, judgedBy: table, amongImages: imageCount)
    }
}
