/// The stable names of everything imgcheck can find.
///
/// A code is never reused and never changes its meaning; its page, with severity and remedy, is in
/// ``RulePage``.
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
    /// The base64 bytes of one image are over the limit.
    case imageBytesOverLimit = "IMG301"
    /// Too many images in one request.
    case tooManyImages = "REQ401"
    /// The bytes of all images together are over the limit.
    case requestBytesOverLimit = "REQ402"
    /// The body is over a limit on which the sources conflict.
    case bodyBytesInConflict = "REQ403"
    /// An image stands where the model takes none.
    case misplacedImage = "REQ404"
}
