/// What a change takes from a picture.
public enum Loss: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Nothing: every pixel that a model looks at stays what it was.
    case none
    /// Detail: pixels change, what is to be seen does not.
    case detail
    /// Meaning: something that was to be seen is gone, as the later frames of an animation.
    case meaning

    /// Nothing, then detail, then meaning.
    public static func < (one: Loss, other: Loss) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .none: 0
        case .detail: 1
        case .meaning: 2
        }
    }
}
