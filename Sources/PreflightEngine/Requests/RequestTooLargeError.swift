internal import PreflightCore

/// A body that is too large for its model.
public struct RequestTooLargeError: Error, Sendable, Hashable {
    /// The body's length in bytes.
    public var byteCount: Int

    /// The most bytes that the model takes.
    public var byteCountAtMost: Int
}

extension RequestTooLargeError: CustomStringConvertible {
    /// One sentence: what was expected, what was found, and the cure.
    public var description: String {
        "Expected a body of at most \(byteCountAtMost.grouped) bytes, found \(byteCount.grouped): "
            + "give the prompt when the images are prepared, so that room is left for it."
    }
}
