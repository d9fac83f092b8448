/// One image as a chat-completions body carries it.
public struct ChatCompletionImage: Sendable, Hashable {
    /// The file.
    public var bytes: [UInt8]

    /// The media type of the bytes.
    public var mediaType: String

    /// The text before it; nil for none.
    public var label: String?

    /// Creates an image.
    public init(bytes: [UInt8], mediaType: String, label: String? = nil) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.label = label
    }
}
