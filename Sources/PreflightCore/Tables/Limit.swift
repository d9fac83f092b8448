/// One rule of a model: what is measured, what passes, and how that is known.
public struct Limit: Sendable, Hashable {
    /// The finding that a violation raises.
    public var code: FindingCode

    /// What is measured.
    public var measure: Measure

    /// What passes.
    public var bound: Bound

    /// When the limit applies, as far as that is not known yet; nil for always.
    public var condition: Condition?

    /// What of its condition is known to hold; nil before anything was known.
    var met: Condition?

    /// Whether documents count as images do, in the bound of REQ401 and the condition of IMG202.
    public var includesDocuments = false

    /// How many documents the request has that the condition counts as images.
    package var documentCount = 0

    /// What another source says of the same; nil where none does.
    public var conflict: Conflict?

    /// How well the limit is known.
    public var evidence: Evidence

    /// The key of its source in ``RuleTable/sources``.
    public var source: String

    /// What a reader should know about the number, one or two sentences.
    public var note: String?

    /// The table that says so, where that is the base of the one that was asked for, or the file of
    /// the limits that all tables have.
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

extension [Limit] {
    /// Those of one code; looked at in place, since a limit is costly to copy.
    func of(_ code: FindingCode) -> [Limit] {
        indices.lazy.filter { self[$0].code == code }.map { self[$0] }
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

/// What another source says where a limit stands: a bound that lets more pass.
public struct Conflict: Sendable, Hashable {
    /// What passes by the other source.
    public var bound: Bound

    /// How well that is known.
    public var evidence: Evidence

    /// The key of the other source in ``RuleTable/sources``.
    public var source: String

    /// What a reader should know about it.
    public var note: String?

    /// Creates a conflict.
    public init(bound: Bound, evidence: Evidence, source: String, note: String? = nil) {
        self.bound = bound
        self.evidence = evidence
        self.source = source
        self.note = note
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

extension Bound {
    /// The number that a measured number, in the measure's unit, breaks; nil where it passes.
    package func bound(brokenBy measured: Int) -> Int? {
        switch self {
        case .atMost(let most) where measured > most: most
        case .atLeast(let least) where measured < least: least
        default: nil
        }
    }

    /// The bound in words; nil for formats, which no source disputes.
    fileprivate var phrase: String? {
        switch self {
        case .atMost(let number), .atLeast(let number): number.grouped
        case .within(let target): .list(target.boundDescriptions)
        case .oneOf: nil
        }
    }

    /// The number itself; nil for a bound that is none.
    package var number: Int? {
        switch self {
        case .atMost(let number), .atLeast(let number): number
        case .oneOf, .within: nil
        }
    }
}

extension Limit {
    /// The bound that a measured number, in the measure's unit, breaks; nil where it passes.
    func bound(brokenBy measured: Int) -> Int? { bound.bound(brokenBy: measured) }

    /// How much it weighs that a number breaks the limit.
    ///
    /// What another source lets pass is refused only if this one is known to say otherwise.
    func severity(ofBreakingBy measured: Int) -> Severity {
        let severity = code.page.severity
        guard let conflict, conflict.bound.bound(brokenBy: measured) == nil,
            evidence.isGuess
        else { return severity }
        return min(severity, .warning)
    }

    /// The same for a size.
    func severity(ofBreakingBy size: PixelSize) -> Severity {
        let severity = code.page.severity
        guard case .within(let target)? = conflict?.bound, target.isMet(by: size),
            evidence.isGuess
        else { return severity }
        return min(severity, .warning)
    }

    /// What is to be added to a clause that says what passes: when that is so, and what another
    /// source says.
    ///
    /// - Parameter isBrokenTwice: Whether what was measured breaks what the other source says too.
    /// - Returns: The words; empty for none.
    func qualification(where isBrokenTwice: Bool) -> String {
        let met = self.met.map { " \($0.phrase)" } ?? ""
        guard let conflict, let bound = conflict.bound.phrase else { return met }
        let other = "another source says \(bound), \(conflict.evidence.rawValue)"
        let too = isBrokenTwice ? ", which is broken too" : ""
        return "\(met) (\(evidence.rawValue); \(other)\(too))"
    }
}

// MARK: - Two sources

extension Limit {
    /// Whether a number, in the measure's unit, breaks this bound and what another source says.
    func isBrokenTwice(by measured: Int) -> Bool {
        [bound, conflict?.bound].allSatisfy { $0?.bound(brokenBy: measured) != nil }
    }

    /// The same for a size.
    func isBrokenTwice(by size: PixelSize) -> Bool {
        [bound, conflict?.bound]
            .allSatisfy { bound in
                if case .within(let target)? = bound { !target.isMet(by: size) } else { false }
            }
    }

    /// The limit as it decides on a number: where that breaks both bounds, the one that is known
    /// decides, and not one that is only assumed.
    func deciding(on measured: Int) -> Limit {
        isBrokenTwice(by: measured) ? betterKnown : self
    }

    /// The same for a size.
    func deciding(on size: PixelSize) -> Limit { isBrokenTwice(by: size) ? betterKnown : self }

    /// The limit with the bound first that is known.
    private var betterKnown: Limit {
        guard let conflict, evidence.isGuess, !conflict.evidence.isGuess else { return self }
        return exchanged ?? self
    }

    /// The limit with what another source says in the first place; nil where none does.
    package var exchanged: Limit? {
        guard let conflict else { return nil }
        var limit = self
        (limit.bound, limit.evidence) = (conflict.bound, conflict.evidence)
        (limit.source, limit.note) = (conflict.source, conflict.note)
        limit.conflict = Conflict(bound: bound, evidence: evidence, source: source, note: note)
        return limit
    }
}

extension Evidence {
    /// Whether nobody says so of this very model.
    package var isGuess: Bool { self == .inferred || self == .unknown }
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
