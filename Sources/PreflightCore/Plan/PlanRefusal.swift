/// Why an image cannot be made acceptable, as one sentence.
public struct PlanRefusal: Error, Sendable, Hashable {
    /// The sentence, without the image's name.
    public var reason: String

    /// Creates a refusal.
    public init(reason: String) {
        self.reason = reason
    }
}
