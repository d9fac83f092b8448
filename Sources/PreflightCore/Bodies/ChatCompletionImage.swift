/// One image as a chat-completions body carries it.
package struct ChatCompletionImage: Sendable, Hashable {
    /// The file.
    package var bytes: [UInt8]

    /// The media type of the bytes.
    package var mediaType: String

    /// The text before it; nil for none.
    package var label: String?

    /// Creates an image.
    package init(bytes: [UInt8], mediaType: String, label: String? = nil) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.label = label
    }
}
