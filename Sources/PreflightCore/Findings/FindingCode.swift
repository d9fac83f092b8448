/// The stable names of everything imgcheck can find.
///
/// A code is never reused and never changes its meaning.
public enum FindingCode: String, Sendable, Hashable, CaseIterable {
    /// The content is not a format the model takes.
    case unacceptedFormat = "IMG101"
    /// The name or the declared media type does not match the bytes.
    case mislabelled = "IMG102"
    /// Animated, and the model takes still images only.
    case animationRefused = "IMG103"
    /// Animated, and only the first frame will be seen, or nobody says what will be.
    case onlyFirstFrameSeen = "IMG104"
    /// Cannot be decoded: corrupt or truncated.
    case undecodable = "IMG105"
    /// Decodes, but is damaged, flawed in its structure, or does not end where its image ends.
    case damaged = "IMG106"
    /// Larger than the decode guard.
    case overDecodeGuard = "IMG107"
    /// Header and decoder disagree.
    case headerDisagrees = "IMG108"
    /// The base64 in a body is spelled in a way that strict decoders refuse.
    case unusualBase64 = "IMG109"
    /// One side is too many times the other.
    case aspectRatioRefused = "IMG110"
    /// In a format that the model takes and imgcheck does not decode.
    case notDecoded = "IMG111"
    /// An edge is longer than the model takes.
    case edgeTooLong = "IMG201"
    /// An edge is longer than the model takes with this many images.
    case edgeTooLongForCount = "IMG202"
    /// Larger than the model looks at.
    case largerThanLookedAt = "IMG203"
    /// So small that answers degrade.
    case tooSmall = "IMG204"
    /// EXIF orientation is not upright.
    case notUpright = "IMG205"
    /// Colour that a model may misread.
    case unusualColor = "IMG206"
    /// Carries a GPS position.
    case carriesGPS = "IMG207"
    /// Transparency: what shows through is the provider's choice.
    case transparent = "IMG208"
    /// Blurred, blank, almost without contrast, or with text too small to read.
    case hardToSee = "IMG209"
    /// An edge is shorter than the model takes.
    case edgeTooShort = "IMG210"
    /// More pixels or patches than the model takes.
    case tooManyPixels = "IMG211"
    /// The base64 bytes of one image are over the limit.
    case imageBytesOverLimit = "IMG301"
    /// The file of one image is over the limit.
    case fileBytesOverLimit = "IMG302"
    /// The data URL of one image is over the limit.
    case dataURLTooLong = "IMG303"
    /// Too many images in one request.
    case tooManyImages = "REQ401"
    /// The bytes of all images together are over the limit.
    case requestBytesOverLimit = "REQ402"
    /// The body is over a limit on which the sources conflict.
    case bodyBytesInConflict = "REQ403"
    /// An image stands where the model takes none.
    case misplacedImage = "REQ404"
    /// The images cost more tokens than a request may have.
    case tooManyTokens = "REQ405"
}

extension FindingCode {
    /// The page that explains the code, with its severity and remedy.
    public var page: FindingPage { rule.page }

    /// Whether limits of tables raise the finding.
    package var isOfLimits: Bool { rule.limit != nil }

    /// The rule of each code.
    var rule: Rule {
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
        case .aspectRatioRefused: .aspectRatioRefused
        case .notDecoded: .notDecoded
        case .edgeTooLong: .edgeTooLong
        case .edgeTooLongForCount: .edgeTooLongForCount
        case .largerThanLookedAt: .largerThanLookedAt
        case .tooSmall: .tooSmall
        case .notUpright: .notUpright
        case .unusualColor: .unusualColor
        case .carriesGPS: .carriesGPS
        case .transparent: .transparent
        case .hardToSee: .hardToSee
        case .edgeTooShort: .edgeTooShort
        case .tooManyPixels: .tooManyPixels
        case .imageBytesOverLimit: .imageBytesOverLimit
        case .fileBytesOverLimit: .fileBytesOverLimit
        case .dataURLTooLong: .dataURLTooLong
        case .tooManyImages: .tooManyImages
        case .requestBytesOverLimit: .requestBytesOverLimit
        case .bodyBytesInConflict: .bodyBytesInConflict
        case .misplacedImage: .misplacedImage
        case .tooManyTokens: .tooManyTokens
        }
    }
}
