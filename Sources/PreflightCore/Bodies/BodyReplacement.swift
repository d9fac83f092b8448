/// What takes the place of an image in a body.
package enum BodyReplacement: Sendable, Hashable {
    /// Another file: only the base64 and the media type change.
    case image(_ bytes: [UInt8], mediaType: String)
    /// Another media type for the same file: the base64 stays as it is spelled.
    case mediaType(String)
    /// A text part in place of the whole content part.
    case text(String)
}
