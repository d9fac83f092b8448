internal import PreflightCore

/// What became of a normalised image.
package enum NormalisingResult: Sendable {
    /// It was written or kept.
    case output(OutputReport)
    /// There was nothing to write, or nobody asked for it.
    case none
    /// It could not be written: why, as one sentence.
    case failure(String)
}

extension ImageReport {
    /// Notes what was done to the image.
    mutating func note(_ plan: Plan?, refusal: String?, result: NormalisingResult) {
        self.plan = plan
        self.refusal = refusal
        switch result {
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
