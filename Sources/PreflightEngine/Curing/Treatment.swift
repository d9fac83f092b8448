internal import PreflightCore

/// What was done to an image and what was not, without its bytes.
struct Treatment: Sendable {
    /// What was done; nil where nothing can be.
    var plan: Plan?

    /// Why there is no output, as one sentence.
    var refusal: String?

    /// The warnings that stay, each with the reason.
    var unmetRemedies: [UnmetRemedy] = []

    /// What became of the output.
    var result: NormalisingResult
}

extension Treatment {
    /// What was done to a normalised image.
    init(of image: NormalisedImage, result: NormalisingResult) {
        self.init(
            plan: image.plan,
            refusal: image.refusal,
            unmetRemedies: image.unmetRemedies,
            result: result
        )
    }
}

extension ImageReport {
    /// Notes what was done to the image.
    mutating func note(_ treatment: Treatment) {
        plan = treatment.plan
        refusal = treatment.refusal
        unmetRemedies = treatment.unmetRemedies
        switch treatment.result {
        case .output(let report):
            output = report
        case .none:
            break
        case .failure(let reason):
            verdict = .unchecked
            error = reason
        }
    }
}
