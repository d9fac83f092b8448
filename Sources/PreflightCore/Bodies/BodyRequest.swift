/// One request of a body: the whole body, or one of its lines.
package struct BodyRequest: Sendable, Hashable {
    /// The line, from 1, on which it stands; nil where the body is one request.
    package var line: Int?

    /// The bytes of the JSON object, braces included; of a transcript, of all its lines.
    package var range: Range<Int>

    /// Its length when it is sent; of a transcript, that of the messages without what is recorded
    /// beside them.
    package var byteCount: Int

    /// The model that is named, in a wrapped request within it; nil where none is.
    package var model: String?

    /// Whether there are messages; without them the body is of an interface that is not known.
    package var hasMessages: Bool

    /// Its images, as positions in ``RequestBody/images``.
    package var imageIndices: Range<Int>
}
