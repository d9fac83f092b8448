/// An existing request body, or JSON lines of them: its bytes, and where its images are.
///
/// Bodies of the chat-completions and of the messages interface are known, plain or wrapped in the
/// member `body` or `params` of a batch's line. So are transcripts, JSON lines that are messages or
/// hold one in the member `message`: all together are one request. Nothing is built from the JSON
/// but the list of images, so that reading takes little memory beyond the bytes. Where an object
/// repeats a name, the last member counts, as it does for most parsers.
package struct RequestBody: Sendable {
    /// The body as it was given.
    package let bytes: [UInt8]

    /// The requests in the body's order: one, or one a line.
    package let requests: [BodyRequest]

    /// The images of all requests.
    package let images: [BodyImage]

    /// The most requests, and the most images, that one body can hold.
    package static let countAtMost = 262_144

    /// Reads a body.
    ///
    /// - Parameter bytes: One JSON object, or one on each line that is not blank.
    /// - Throws: ``RequestBodyError`` for text that is not JSON in UTF-8 (RFC 8259), lone
    ///   surrogates included, that is nested too deeply, or that holds more than ``countAtMost``
    ///   requests or images.
    package init(_ bytes: [UInt8]) throws(RequestBodyError) {
        try self.init(bytes, countAtMost: Self.countAtMost)
    }

    /// Reads a body with a limit of its own on the number of requests and of images.
    init(_ bytes: [UInt8], countAtMost: Int) throws(RequestBodyError) {
        var reader = BodyReader(bytes, countAtMost: countAtMost)
        do {
            try reader.read()
        } catch {
            throw RequestBodyError(error, in: bytes)
        }
        self.bytes = bytes
        requests = reader.requests
        images = reader.images
    }
}

extension RequestBody {
    /// The file that stands in the body in base64.
    ///
    /// Only this image is copied; the offsets of a mistake count the body's bytes.
    package func imageBytes(of image: BodyImage) throws(BodyImageError) -> [UInt8] {
        switch image.content {
        case .remote: throw .remote
        case .uploaded: throw .uploaded
        case .missing(let error): throw error
        case .embedded(_, let range):
            do {
                return try Base64.decode(insideJSONString: bytes.span.extracting(range))
            } catch {
                throw .malformedBase64(error.moved(by: range.lowerBound))
            }
        }
    }
}

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
