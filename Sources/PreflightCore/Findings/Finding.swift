/// One thing found about an image or a request, as a value.
public struct Finding: Sendable, Hashable {
    /// What was found.
    public var code: FindingCode

    /// What it means for the request.
    public var severity: Severity

    /// What is so, and what to do about it.
    ///
    /// For people; the wording may change. Text from outside is escaped when it is printed.
    public var message: Message

    /// The number that was measured, in ``unit``.
    public var measured: Int?

    /// The bound it was held against, in ``unit``.
    public var limit: Int?

    /// The unit of both numbers.
    public var unit: MeasureUnit?

    /// The cheapest cure; nil where there is none.
    public var remedy: Remedy?

    /// The key of the source in the model's table; nil for findings that rest on the file alone.
    public var source: String?

    /// How well the limit is known that decides; nil for findings that rest on none.
    package var evidence: Evidence?

    /// Creates a finding; severity and remedy are those of the code's page unless given.
    public init(
        code: FindingCode,
        severity: Severity? = nil,
        message: Message,
        measured: Int? = nil,
        limit: Int? = nil,
        unit: MeasureUnit? = nil,
        remedy: Remedy? = nil,
        source: String? = nil
    ) {
        self.code = code
        self.severity = severity ?? code.page.severity
        self.message = message
        self.measured = measured
        self.limit = limit
        self.unit = unit
        self.remedy = remedy ?? code.page.remedy
        self.source = source
    }
}

/// What a finding means for the request.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Worth knowing.
    case note
    /// Accepted, but changed behind the sender's back, wasted or degraded; or the sources conflict.
    case warning
    /// The provider would refuse.
    case error

    /// Note, then warning, then error.
    public static func < (one: Severity, other: Severity) -> Bool { one.rank < other.rank }

    private var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

/// The cheapest cure of a finding.
public enum Remedy: String, Sendable, Hashable, CaseIterable {
    /// Encode in a format that the model takes.
    case convert
    /// Correct the name or the declared media type; the bytes stay.
    case retype
    /// Write the same bytes as plain base64.
    case reencodeBase64
    /// Keep the first frame of an animation.
    case firstFrame
    /// Decode what is there and write it anew, whole.
    case reencode
    /// Scale down.
    case downscale
    /// Turn the pixels and drop the orientation tag.
    case upright
    /// Convert to 8-bit sRGB.
    case convertToSRGB
    /// Drop metadata.
    case stripMetadata
    /// Put the picture on an opaque background.
    case flatten
    /// Encode in fewer bytes.
    case fitBytes
    /// Send several requests.
    case split
}
