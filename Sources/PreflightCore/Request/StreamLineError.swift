/// Why a line of a stream is not understood, as one sentence.
public struct StreamLineError: Error, Sendable, Hashable {
    /// The sentence.
    public var reason: String

    /// Creates an error.
    public init(reason: String) {
        self.reason = reason
    }
}
