package import PreflightCore

/// One image after normalising: what it was, what was done, and what came of it.
package struct NormalisedImage: Sendable {
    /// The input.
    package let input: ImageInput

    /// What is known of the input, or why its bytes could not be had.
    let outcome: Inspector.Outcome

    /// What was done; nil where nothing can be.
    package internal(set) var plan: Plan?

    /// What came of it; nil where the image cannot be made acceptable.
    package internal(set) var output: Output?

    /// Why there is no output, as one sentence; nil where there is one or the input was not read.
    package internal(set) var refusal: String?

    /// The warnings that stay after what was done, each with the reason.
    var unmetRemedies: [UnmetRemedy] = []

    /// A file that a request can carry.
    package struct Output: Sendable {
        /// The file.
        package let bytes: [UInt8]

        /// What it says.
        package let facts: ImageFacts
    }
}

/// What became of a normalised image.
package enum NormalisingResult: Sendable {
    /// It was written or kept.
    case output(OutputReport)
    /// There was nothing to write, or nobody asked for it.
    case none
    /// It could not be written: why, as one sentence.
    case failure(String)
}

extension NormalisedImage {
    /// The image without what came of it, because all of them together do not fit.
    package func refused(because reason: String) -> NormalisedImage {
        var image = self
        image.plan = nil
        image.output = nil
        image.unmetRemedies = []
        image.refusal = refusal ?? reason
        return image
    }

    /// What the input's bytes say, if they could be had.
    package var facts: ImageFacts? { try? outcome.get().facts }

    /// Why the input's bytes could not be had; nil where they could.
    package var readingFailure: String? {
        guard case .failure(let error) = outcome else { return nil }
        return error.reason
    }

    /// How many frames the input has, where the later ones were dropped.
    package var droppedFromFrameCount: Int? {
        for case .firstFrame(of: let frameCount) in plan?.steps ?? [] { return frameCount }
        return nil
    }
}
