/// What a finding means for the request.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing.
    case note
    /// Accepted, but changed behind the sender's back, wasted or degraded; or the sources conflict.
    case warning
    /// The provider would refuse.
    case error

    /// Note, then warning, then error.
    public static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}
