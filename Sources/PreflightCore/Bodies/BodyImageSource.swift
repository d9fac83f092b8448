/// The members of an Anthropic image's source.
struct BodyImageSource {
    /// The value of `type`.
    var type: JSONText?

    /// Where the media type stands, or where it could be written.
    var mediaType: BodyMediaType

    /// The value of `data`.
    var data: JSONText?

    /// The value of `url`.
    var url: JSONText?

    /// The value of `file_id`.
    var fileID: JSONText?

    /// The images of parts inside a document whose source is made of parts.
    var nested: [BodyImage] = []

    /// Creates a source without a member so far; `membersStart` is the offset after its brace.
    init(membersStart: Int) {
        mediaType = BodyMediaType(
            declared: "",
            range: membersStart..<membersStart,
            surroundings: .member
        )
    }
}

extension BodyImageSource {
    /// Where the image is, or nil where the source does not say.
    func content(in bytes: [UInt8]) -> BodyImage.Content? {
        switch type?.quoted(in: bytes) {
        case "base64": data.map { .embedded(mediaType: mediaType, base64: $0.range) }
        case "url": url.map { .remote($0.quoted(in: bytes)) }
        case "file": fileID.map { .uploaded($0.quoted(in: bytes)) }
        default: nil
        }
    }
}
