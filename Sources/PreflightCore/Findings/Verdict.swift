/// The judgement of an image or of a request, from best to worst.
public enum Verdict: String, Sendable, Hashable, CaseIterable, Comparable {
    /// No error finding: it would be accepted as it stands.
    case accepted
    /// Error findings, all of which have a remedy.
    case fixable
    /// An error finding without a remedy.
    case rejected
    /// The bytes could not be had, so nothing can be said.
    case unchecked

    /// Accepted, then fixable, then rejected, then unchecked.
    public static func < (one: Verdict, other: Verdict) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .accepted: 0
        case .fixable: 1
        case .rejected: 2
        case .unchecked: 3
        }
    }
}

extension Verdict {
    /// The verdict that follows from findings.
    public init(of findings: [Finding]) {
        let errors = findings.filter { $0.severity == .error }
        guard !errors.isEmpty else {
            self = .accepted
            return
        }
        self = errors.contains { $0.remedy == nil } ? .rejected : .fixable
    }
}
