/// Everything that is known of one model's handling of images: limits, tokens, advice, sources.
///
/// A table is validated when it is made from JSON (see ``RuleTable/init(json:file:)``): every limit
/// fits its code, and every source key is there.
public struct RuleTable: Sendable, Hashable {
    /// The model's name as a request spells it.
    public var name: String

    /// Other names of the same model at the same endpoint, as requests spell them.
    public var aliases: [String] = []

    /// The table's own name, where ``name`` is another spelling that was asked for; else nil.
    public var tableName: String?

    /// The host that was asked for, where the table is another's and the host's own rules for the
    /// model are not known; else nil.
    public var missingHost: String?

    /// The table that this one changes; nil for one that stands alone.
    public var base: String?

    /// What of the table is not its own but of one that it extends; a limit says so itself.
    public var inheritance = Inheritance()

    /// When the endpoint ends, and what takes its place; nil where nobody says.
    public var retirement: Retirement?

    /// The model to use instead, where this one takes no images; nil where nobody says.
    public var instead: String?

    /// The model's name as people say it.
    public var title: String

    /// Who serves the model.
    public var provider: String

    /// The day the table as a whole was last checked, as `YYYY-MM-DD`.
    public var verifiedOn: String

    /// The pages that the limits cite, by key.
    public var sources: [String: RuleSource]

    /// The limits, in the order of the file.
    public var limits: [Limit]

    /// How images are billed, and older or competing readings of it; the first one counts.
    public var tokens: [TokenReading]

    /// What the model's endpoint takes of each dialect; empty where nobody says.
    public var dialects: [DialectRule] = []

    /// How much base64 weighs that strict decoders refuse.
    package var base64Severity = Severity.error

    /// Severities other than those of the rules, by code.
    public var severities: [FindingCode: Severity] = [:]

    /// The codes of findings that do not count.
    public var ignoredCodes: Set<FindingCode> = []

    /// Advice that no machine can check.
    public var advice: Advice

    /// Where the table came from: ``builtInOrigin``, or the path of its file.
    public var origin = Self.builtInOrigin

    /// The origin of a table that is part of this package.
    public static let builtInOrigin = "built-in"

    /// Creates a table from parts that are known to fit together.
    public init(
        name: String,
        title: String,
        provider: String,
        verifiedOn: String,
        sources: [String: RuleSource],
        limits: [Limit],
        tokens: [TokenReading],
        advice: Advice
    ) {
        self.name = name
        self.title = title
        self.provider = provider
        self.verifiedOn = verifiedOn
        self.sources = sources
        self.limits = limits
        self.tokens = tokens
        self.advice = advice
    }
}

extension RuleTable {
    /// The first limit that carries `code`, one without a condition before one with.
    public func limit(_ code: FindingCode) -> Limit? {
        limits.first { $0.code == code && $0.condition == nil } ?? limits.first { $0.code == code }
    }

    /// The formats the model takes whatever else is so; empty where the table does not say.
    public var acceptedFormats: [ImageFormat] {
        let bounds = limits.filter { $0.code == .unacceptedFormat && $0.condition == nil }
            .compactMap { limit in
                if case .oneOf(let formats) = limit.bound { formats } else { nil }
            }
        guard let first = bounds.first else { return [] }
        return first.filter { format in bounds.allSatisfy { $0.contains(format) } }
    }

    /// The rules for an image of a body: what its dialect takes in its place, and how its base64 is
    /// read there.
    package func narrowed(to image: BodyImage) -> RuleTable {
        var table = narrowed(
            to: Circumstances(
                carrier: image.isInBody ? .dataURL : nil,
                detail: detail(of: image) ?? Circumstances.defaultDetail,
                route: image.dialect?.name
            )
        )
        if let rule = image.dialect.flatMap(rule(of:)) {
            table.base64Severity = rule.takesUnusualBase64 ? .warning : .error
        }
        guard let formats = image.formats else { return table }
        for index in limits.indices {
            guard case .oneOf(let taken) = limits[index].bound else { continue }
            table.limits[index].bound = .oneOf(taken.filter(formats.contains))
        }
        return table
    }

    /// How closely the model looks at an image of a body; nil where nothing says it that is read.
    package func detail(of image: BodyImage) -> String? {
        let isRead =
            image.isDetailOfRequest || image.dialect.flatMap(rule(of:))?.takesImageDetail != false
        return isRead ? image.detail : nil
    }

    /// What the model's endpoint takes of a dialect; nil where nobody says.
    package func rule(of dialect: Dialect) -> DialectRule? {
        dialects.first { $0.dialect == dialect.name }
    }

    /// What becomes of an animation that is sent to the model.
    public var animation: AnimationPolicy {
        if limit(.animationRefused) != nil { return .refused }
        guard let limit = limit(.onlyFirstFrameSeen) else { return .whole }
        return limit.evidence == .unknown ? .undocumented : .firstFrame
    }

    /// The sizes that the provider leaves as they are; nil where the table does not say.
    public var resizeTarget: ResizeTarget? {
        guard case .within(let target) = limit(.largerThanLookedAt)?.bound else { return nil }
        return target
    }
}

/// From which tables the parts of a table come that it does not say itself; nil for its own.
public struct Inheritance: Sendable, Hashable {
    /// The table that says how images are billed.
    public var tokens: String?

    /// The table that says what is taken of each dialect.
    public var dialects: String?

    /// The table that advises.
    public var advice: String?

    /// The tables that name sources, by the keys of these.
    public var sources: [String: String] = [:]

    /// Creates an inheritance of nothing.
    public init() {}
}

/// The end of an endpoint.
public struct Retirement: Sendable, Hashable {
    /// The last day on which the endpoint answers, or the day on which it ended, as `YYYY-MM-DD`.
    public var day: String

    /// Whether the endpoint is known to have ended on that day.
    public var isOver = false

    /// The model that takes its place; nil where nobody says.
    public var successor: String?

    /// Creates a retirement.
    public init(day: String, successor: String? = nil) {
        self.day = day
        self.successor = successor
    }

    /// Whether the endpoint has ended.
    ///
    /// - Parameter today: The day, as `YYYY-MM-DD`.
    /// - Returns: Whether it was known to be over before, or its last day is past.
    package func hasEnded(by today: String) -> Bool { isOver || day < today }
}

/// What becomes of an animation that is sent to a model.
public enum AnimationPolicy: String, Sendable, Hashable {
    /// The provider refuses the request.
    case refused
    /// The model sees the first frame only.
    case firstFrame
    /// The provider does not say.
    case undocumented
    /// The model sees every frame.
    case whole
}

extension AnimationPolicy {
    /// The frames whose pixels decide whether the image can be used.
    ///
    /// Under every policy but ``whole`` what counts is the picture that the first frame gives: it
    /// is what the model sees, or what the cure (``Remedy/firstFrame``) leaves.
    public var decodedFrames: FrameScope { self == .whole ? .all : .first }
}

/// Which frames of an image are decoded.
public enum FrameScope: String, Sendable, Hashable, CaseIterable {
    /// The first frame only; of a still, the whole image.
    case first
    /// Every frame.
    case all
}

/// What a provider asks of pictures, or admits of its model, that no machine can check.
public struct Advice: Sendable, Hashable {
    /// What pictures should be like, one clause each.
    public var pictures: [String]

    /// What the model is bad at, one clause each.
    public var weaknesses: [String]

    /// Creates advice.
    public init(pictures: [String] = [], weaknesses: [String] = []) {
        self.pictures = pictures
        self.weaknesses = weaknesses
    }
}
