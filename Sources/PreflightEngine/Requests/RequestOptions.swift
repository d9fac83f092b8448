public import PreflightCore

/// How images become requests.
public struct RequestOptions: Sendable, Hashable {
    /// What may be done to the images.
    public var plan: PlanOptions

    /// What stands beside them.
    public var message: MessageOptions

    /// How the requests are written; nil for the first dialect that the model's table takes.
    public var dialect: Dialect?

    /// Whether they may go in several requests.
    public var split: SplitPolicy

    /// Whether their order is kept.
    public var order: RequestOrder

    /// Bytes to stay within instead of a larger limit of the table; nil for the table's own.
    public var byteBudget: Int?

    /// Whether a limit on which sources conflict is kept to as well, though it only warns.
    public var keepsToWarnings: Bool

    /// Whether nothing is sent where one image cannot go: then no time is spent on the others.
    public var needsEveryImage: Bool

    /// What stands in an existing body in the place of an image that is left out.
    public var omissionText: String

    /// What stands there where the caller does not care: no word on why, which is not for the model.
    public static let defaultOmissionText = "[An image was left out here.]"

    /// Creates options; what is not given is what most callers want.
    public init(
        plan: PlanOptions = PlanOptions(),
        message: MessageOptions = MessageOptions(),
        dialect: Dialect? = nil,
        split: SplitPolicy = .whenNeeded,
        order: RequestOrder = .keep,
        byteBudget: Int? = nil,
        keepsToWarnings: Bool = false,
        needsEveryImage: Bool = false,
        omissionText: String = Self.defaultOmissionText
    ) {
        self.plan = plan
        self.message = message
        self.dialect = dialect
        self.split = split
        self.order = order
        self.byteBudget = byteBudget
        self.keepsToWarnings = keepsToWarnings
        self.needsEveryImage = needsEveryImage
        self.omissionText = omissionText
    }
}

/// Whether images may go in several requests.
public enum SplitPolicy: String, Sendable, Hashable, CaseIterable {
    /// All in one request, whatever that costs.
    case never
    /// In several where one cannot hold them, or only illegibly.
    case whenNeeded = "when-needed"
}
