/// Why a line of a stream is not understood, as one sentence.
package struct StreamLineError: Error, Sendable, Hashable {
    /// The sentence.
    package var reason: String

    /// Creates an error.
    package init(reason: String) {
        self.reason = reason
    }
}
