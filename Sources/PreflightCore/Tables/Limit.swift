/// One rule of a model: what is measured, what passes, and how that is known.
public struct Limit: Sendable, Hashable {
    /// The finding that a violation raises.
    public var code: FindingCode

    /// What is measured.
    public var measure: Measure

    /// What passes.
    public var bound: Bound

    /// When the limit applies; nil for always.
    public var condition: Condition?

    /// How well the limit is known.
    public var evidence: Evidence

    /// The key of its source in ``RuleTable/sources``.
    public var source: String

    /// What a reader should know about the number, one or two sentences.
    public var note: String?

    /// Creates a limit.
    public init(
        code: FindingCode,
        measure: Measure,
        bound: Bound,
        condition: Condition? = nil,
        evidence: Evidence,
        source: String,
        note: String? = nil
    ) {
        self.code = code
        self.measure = measure
        self.bound = bound
        self.condition = condition
        self.evidence = evidence
        self.source = source
        self.note = note
    }
}
