/// One reading of how a model bills an image, with its evidence.
public struct TokenReading: Sendable, Hashable {
    /// The arithmetic.
    public var method: TokenMethod

    /// How well the reading is known.
    public var evidence: Evidence

    /// The key of its source in ``RuleTable/sources``.
    public var source: String

    /// What a reader should know about it.
    public var note: String?

    /// Creates a reading.
    public init(method: TokenMethod, evidence: Evidence, source: String, note: String? = nil) {
        self.method = method
        self.evidence = evidence
        self.source = source
        self.note = note
    }
}
