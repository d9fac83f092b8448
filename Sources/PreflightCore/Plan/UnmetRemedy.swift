/// A warning that a plan leaves, and why.
public struct UnmetRemedy: Sendable, Hashable {
    /// The warning.
    public var code: FindingCode

    /// What would cure it.
    public var remedy: Remedy

    /// Why it is not cured.
    public var obstacle: Obstacle

    /// Creates the reason why a warning stays.
    public init(code: FindingCode, remedy: Remedy, obstacle: Obstacle) {
        self.code = code
        self.remedy = remedy
        self.obstacle = obstacle
    }
}

extension UnmetRemedy {
    /// Which warning stays and why, and what to do instead.
    public var message: Message {
        Message("\(code.rawValue) stays, because \(obstacle.clause)", help: obstacle.cure)
    }
}
