public import PreflightCore

/// One image that a request can carry.
public struct PreparedImage: Sendable {
    /// The image as the caller named it.
    public var source: String

    /// The file.
    public var bytes: [UInt8]

    /// What it says.
    public var facts: ImageFacts

    /// The text before it in a request; nil for none.
    public var label: String?

    /// The media type of its bytes.
    public var mediaType: String { facts.format.mediaType }
}
