/// All that imgcheck knows of one finding code: what people read of it, what a table may say, and
/// what raises it.
///
/// Each rule stands in a file of its own in `Rules`, with its wording; ``FindingCode/rule`` is the
/// list of all.
struct Rule: Sendable {
    /// What people read of it.
    var page: FindingPage

    /// What a limit of a table looks like; nil where the rule rests on the image alone.
    var limit: LimitShape?

    /// What it says of an image of a request.
    var ofImage: @Sendable (ImageCase) -> [Finding] = { _ in [] }

    /// What it says of a request as a whole.
    var ofRequest: @Sendable (RequestCase) -> [Finding] = { _ in [] }
}

extension Rule {
    /// What is asked of an image but for its format, in the order of the codes.
    static let contentChecks = FindingCode.allCases.filter { $0 != .unacceptedFormat }
        .map(\.rule.ofImage)

    /// What is asked of a request, in the order of the codes.
    static let requestChecks = FindingCode.allCases.map(\.rule.ofRequest)
}

/// The page of one finding code.
public struct FindingPage: Sendable, Hashable {
    /// What the finding says, as a heading.
    public var title: String

    /// How much it weighs unless the finding says otherwise.
    public var severity: Severity

    /// The cheapest cure, where there always is one.
    public var remedy: Remedy?

    /// What is looked at, and what raises the finding.
    public var check: String

    /// What happens to someone who sends the image all the same.
    public var reason: String

    /// What to do about it.
    public var cure: String

    /// Creates a page.
    public init(
        title: String,
        severity: Severity,
        remedy: Remedy? = nil,
        check: String,
        reason: String,
        cure: String
    ) {
        self.title = title
        self.severity = severity
        self.remedy = remedy
        self.check = check
        self.reason = reason
        self.cure = cure
    }
}

/// What a limit of one code may look like in a rule table.
struct LimitShape: Sendable {
    /// What it may measure.
    var measures: [Measure]

    /// The kind of bound that goes with it.
    var bound: BoundKind

    /// Whether it may carry a condition.
    var condition: ConditionUse

    /// Whether its condition may be how far a picture was scaled down.
    var mayRestOnScale = false

    /// The kinds of bounds, spelled as their keys in JSON.
    enum BoundKind: String, Sendable, CaseIterable {
        case oneOf
        case atMost
        case atLeast
        case within
    }

    /// Whether a limit carries a condition.
    ///
    /// Those on animations, which ``RuleTable`` reads as a property of the model, apply to every
    /// request and so never do.
    enum ConditionUse: Sendable {
        /// None at all.
        case never
        /// Any, but not by the number of images.
        case uncounted
        /// Any.
        case optional
        /// One by the number of images, with anything else.
        case counted
    }
}

extension LimitShape {
    /// The codes that a table may use, in the order of ``FindingCode``.
    static let codes = FindingCode.allCases.filter { $0.rule.limit != nil }
}
