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
