/// One request of a body: the whole body, or one of its lines.
public struct BodyRequest: Sendable, Hashable {
    /// The line, from 1, on which it stands; nil where the body is one request.
    public var line: Int?

    /// The bytes of the JSON object, braces included; of a transcript, of all its lines.
    public var range: Range<Int>

    /// Its length when it is sent; of a transcript, that of the messages without what is recorded
    /// beside them.
    public var byteCount: Int

    /// The model that is named, in a wrapped request within it; nil where none is.
    public var model: String?

    /// Whether there are messages; without them the body is of an interface that is not known.
    public var hasMessages: Bool

    /// Its images, as positions in ``RequestBody/images``.
    public var imageIndices: Range<Int>
}
