/// Why an image cannot be made acceptable, as one sentence.
public struct PlanRefusal: Error, Sendable, Hashable {
    /// The sentence, without the image's name.
    public var reason: String

    /// Creates a refusal.
    public init(reason: String) {
        self.reason = reason
    }
}

extension PlanRefusal {
    /// Creates the refusal of what was expected, for want of a way past an obstacle.
    init(_ expectation: String, _ obstacle: Obstacle) {
        self.init(reason: "\(expectation), but \(obstacle.clause): \(obstacle.advice).")
    }
}

extension PlanRefusal: CustomStringConvertible {
    /// The sentence.
    public var description: String { reason }
}
