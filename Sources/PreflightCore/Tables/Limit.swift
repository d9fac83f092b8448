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

    /// The table that says so, where that is the base of the one that was asked for.
    public var table: String?

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

/// The values that a limit lets pass.
///
/// Bounds are inclusive: a value equal to the bound passes.
public enum Bound: Sendable, Hashable {
    /// One of these formats.
    case oneOf([ImageFormat])
    /// No more than this.
    case atMost(Int)
    /// No less than this.
    case atLeast(Int)
    /// A size that the provider leaves as it is.
    case within(ResizeTarget)
}

/// When a limit applies; a limit without a condition always does.
public enum Condition: Sendable, Hashable {
    /// Only in a request with more images than this.
    case imageCountMoreThan(Int)
    /// Only for a picture that was scaled down to less than this percentage of its size.
    case scaledBelowPercent(Int)
}

extension Condition {
    /// Whether the condition holds for a picture of a request.
    ///
    /// - Parameters:
    ///   - imageCount: How many images the request has.
    ///   - scale: What the picture was scaled by, 1 where it was not.
    /// - Returns: Whether it holds.
    public func holds(forImageCount imageCount: Int, scale: Double = 1) -> Bool {
        switch self {
        case .imageCountMoreThan(let count): imageCount > count
        case .scaledBelowPercent(let percent): scale * 100 < Double(percent)
        }
    }
}

/// How well a limit is known.
public enum Evidence: String, Sendable, Hashable, CaseIterable {
    /// The provider says so on a public page.
    case documented
    /// Someone measured it against the live service.
    case measured
    /// Follows by arithmetic from a documented algorithm.
    case computed
    /// Concluded from the vendor's own rules or from a neighbouring page.
    case inferred
    /// Nothing was found; the table says what it assumes.
    case unknown
}

extension Evidence {
    /// The weaker of two: what stands later in the list.
    func weaker(than other: Evidence) -> Evidence {
        let order = Evidence.allCases
        let places = [self, other].compactMap { order.firstIndex(of: $0) }
        return places.max().map { order[$0] } ?? self
    }
}

/// Where a limit is written, and when it was last looked up.
public struct RuleSource: Sendable, Hashable {
    /// The page's title.
    public var title: String

    /// The page's address, an `https` URL.
    public var address: String

    /// The day the page was last read, as `YYYY-MM-DD`.
    public var checkedOn: String

    /// Creates a source.
    public init(title: String, address: String, checkedOn: String) {
        self.title = title
        self.address = address
        self.checkedOn = checkedOn
    }
}
