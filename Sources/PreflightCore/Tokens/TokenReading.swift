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

    /// What values of a request's `detail` make of it, in the order of the file; a value that is
    /// not here is billed by ``method``.
    public var details: [DetailReading]

    /// Creates a reading.
    public init(
        method: TokenMethod,
        evidence: Evidence,
        source: String,
        note: String? = nil,
        details: [DetailReading] = []
    ) {
        self.method = method
        self.evidence = evidence
        self.source = source
        self.note = note
        self.details = details
    }
}

/// How a model bills an image whose request says how closely it is to be looked at.
public struct DetailReading: Sendable, Hashable {
    /// The value of `detail` as a request spells it.
    public var name: String

    /// The arithmetic.
    public var method: TokenMethod

    /// How well the reading is known.
    public var evidence: Evidence

    /// The key of its source in ``RuleTable/sources``.
    public var source: String

    /// What a reader should know about it.
    public var note: String?

    /// Creates a reading for one value.
    public init(
        name: String,
        method: TokenMethod,
        evidence: Evidence,
        source: String,
        note: String? = nil
    ) {
        self.name = name
        self.method = method
        self.evidence = evidence
        self.source = source
        self.note = note
    }
}
