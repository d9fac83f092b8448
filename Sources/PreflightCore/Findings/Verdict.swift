/// The judgement of an image or of a request, from best to worst.
public enum Verdict: String, Sendable, Hashable, CaseIterable, Comparable {
    /// No error finding: it would be accepted as it stands.
    case accepted
    /// It could not be cured and was left out of what was written, as the caller wished.
    case omitted
    /// Error findings, all of which have a remedy.
    case fixable
    /// An error finding without a remedy.
    case rejected
    /// The bytes could not be had, so nothing can be said.
    case unchecked

    /// Accepted, then omitted, then fixable, then rejected, then unchecked.
    public static func < (one: Verdict, other: Verdict) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .accepted: 0
        case .omitted: 1
        case .fixable: 2
        case .rejected: 3
        case .unchecked: 4
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
