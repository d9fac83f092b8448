/// The names of members that lead to images.
enum BodyName: String {
    case model, messages, message, role, body, params, content, type, source, url, data
    case imageURL = "image_url"
    case mediaType = "media_type"
    case fileID = "file_id"

    /// The name that `text` spells, or nil for any other.
    init?(_ text: JSONText, in bytes: [UInt8]) {
        guard text.range.count <= Self.spellingByteCountAtMost else { return nil }
        self.init(rawValue: text.quoted(in: bytes))
    }

    /// Ten characters, each escaped as in `\u0061`.
    private static let spellingByteCountAtMost = 60
}
