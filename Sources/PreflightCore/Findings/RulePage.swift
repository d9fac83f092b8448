/// The page of one finding code: the only place where its severity, remedy and text stand.
public struct RulePage: Sendable, Hashable {
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

extension FindingCode {
    /// The page that explains the code.
    public var page: RulePage {
        switch self {
        case .unacceptedFormat: .unacceptedFormat
        case .mislabelled: .mislabelled
        case .animationRefused: .animationRefused
        case .onlyFirstFrameSeen: .onlyFirstFrameSeen
        case .undecodable: .undecodable
        case .damaged: .damaged
        case .overDecodeGuard: .overDecodeGuard
        case .headerDisagrees: .headerDisagrees
        case .unusualBase64: .unusualBase64
        case .edgeTooLong: .edgeTooLong
        case .edgeTooLongForCount: .edgeTooLongForCount
        case .largerThanLookedAt: .largerThanLookedAt
        case .tooSmall: .tooSmall
        case .notUpright: .notUpright
        case .unusualColor: .unusualColor
        case .carriesGPS: .carriesGPS
        case .transparent: .transparent
        case .imageBytesOverLimit: .imageBytesOverLimit
        case .tooManyImages: .tooManyImages
        case .requestBytesOverLimit: .requestBytesOverLimit
        case .bodyBytesInConflict: .bodyBytesInConflict
        case .misplacedImage: .misplacedImage
        }
    }
}
