/// An existing request body, or JSON lines of them: its bytes, and where its images are.
///
/// Every ``Dialect`` is known, plain or wrapped as an ``Envelope`` says. So are saved sessions, JSON
/// lines that are turns or hold one: those of one conversation are one request. An image that no
/// dialect has is among ``images`` all the same, as one that was not understood. Nothing is built
/// from the JSON but an outline and the list of images, so that reading takes little memory beyond
/// the bytes. Where an object repeats a name, the last member counts, as it does for most parsers.
public struct RequestBody: Sendable {
    /// The body as it was given.
    public let bytes: [UInt8]

    /// The requests in the body's order: one, or one a line.
    package let requests: [BodyRequest]

    /// The images of all requests.
    package let images: [BodyImage]

    /// The lines of JSON lines that are not JSON; they stay as they are.
    package let tornLines: [TornLine]

    /// The most requests, and the most images, that one body can hold.
    public static let countAtMost = 262_144

    /// Reads a body.
    ///
    /// - Parameter bytes: One JSON object or array, or one on each line that is not blank.
    /// - Throws: ``RequestBodyError`` for text that is not JSON in UTF-8 (RFC 8259), lone
    ///   surrogates included, that is nested too deeply, or that holds more than ``countAtMost``
    ///   requests or images.
    public init(_ bytes: [UInt8]) throws(RequestBodyError) {
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
        tornLines = reader.tornLines
    }
}

extension RequestBody {
    /// The file that stands in the body in base64, and what is unusual about how it is spelled.
    ///
    /// Only this image is copied; the offsets of a mistake count the body's bytes.
    package func file(of image: BodyImage) throws(BodyImageError) -> RecoveredBase64 {
        switch image.content {
        case .remote: throw .remote
        case .uploaded: throw .uploaded
        case .missing(let error): throw named(error)
        case .unclaimed(let found): throw .unclaimed(found)
        case .embedded(let embedded): return try file(of: embedded, image)
        }
    }

    /// The bytes of ``file(of:)`` alone.
    package func imageBytes(of image: BodyImage) throws(BodyImageError) -> [UInt8] {
        try file(of: image).bytes
    }

    private func file(
        of embedded: EmbeddedImage,
        _ image: BodyImage
    ) throws(BodyImageError) -> RecoveredBase64 {
        let strictError: Base64Error
        do throws(Base64Error) {
            let decoded = try strictlyDecoded(embedded.base64, image.escapingCount)
            guard let again = encodedTwice(decoded) else {
                return RecoveredBase64(bytes: decoded, faults: embedded.faults)
            }
            return RecoveredBase64(bytes: again.bytes, faults: embedded.faults + again.faults)
        } catch {
            strictError = error
        }
        let text = unescaped(embedded.base64, image.escapingCount)
        guard let recovered = Base64.recoveredImage(of: text) else {
            let start = embedded.base64.lowerBound
            if let other = ForeignContent(insteadOfBase64: text.span) {
                throw .noBase64(other.name, cure: other.cure, offset: start)
            }
            throw .malformedBase64(strictError.moved(by: embedded.base64.lowerBound))
        }
        let faults = embedded.faults + recovered.faults.filter { !embedded.faults.contains($0) }
        return RecoveredBase64(bytes: recovered.bytes, faults: faults)
    }

    /// The mistake by the name of what stands in the place of an address, where that is known.
    private func named(_ error: BodyImageError) -> BodyImageError {
        guard case .unknownAddress(let offset) = error else { return error }
        let spelling = bytes[offset...].prefix(8_192).prefix { $0 != UInt8(ascii: "\"") }
        let text = JSONText.unescaped(spelling)
        guard let other = ForeignContent(insteadOfBase64: text.span) else { return error }
        return .noBase64(other.name, cure: other.cure, offset: offset)
    }

    /// What a file that is itself base64, or a data URL, stands for.
    private func encodedTwice(_ file: [UInt8]) -> RecoveredBase64? {
        guard ImageFormat(recognising: file.span) == .unknown,
            var recovered = Base64.recoveredImage(of: file)
        else { return nil }
        recovered.faults = [.encodedTwice]
        return recovered
    }

    private func strictlyDecoded(
        _ range: Range<Int>,
        _ escapingCount: Int
    ) throws(Base64Error) -> [UInt8] {
        let isPlain = escapingCount == 1 || !bytes[range].contains(UInt8(ascii: "\\"))
        guard !isPlain else {
            return try Base64.decode(insideJSONString: bytes.span.extracting(range))
        }
        return try Base64.decode(unescaped(range, escapingCount).span)
    }

    /// What a range of the body says once its escapes are resolved as often as they were made.
    private func unescaped(_ range: Range<Int>, _ escapingCount: Int) -> [UInt8] {
        (1..<escapingCount)
            .reduce(JSONText.unescaped(bytes[range])) { text, _ in
                JSONText.unescaped(text[...])
            }
    }
}

/// One request of a body: the whole body, or one of its lines.
package struct BodyRequest: Sendable, Hashable {
    /// The line, from 1, on which it stands; nil where the body is one request.
    package var line: Int?

    /// The way to it in a document that holds several, as in `requests[1].params`; else nil.
    package var label: String?

    /// The bytes of the JSON object, braces included; of a session, of all its lines.
    package var range: Range<Int>

    /// Its length when it is sent; of a session, that of the turns without what is recorded
    /// beside them.
    package var byteCount: Int

    /// The model that is named, in a wrapped request within it; nil where none is.
    package var model: String?

    /// Whether there are messages; without them the body is of an interface that is not known.
    package var hasMessages: Bool

    /// What stands in the place of messages; nil where they are there, or nothing is.
    package var fault: PartFault?

    /// Its images, as positions in ``RequestBody/images``.
    package var imageIndices: Range<Int>

    /// How many of them stand in the user's last turn; nil where no turn is the user's.
    package var lastTurnImageCount: Int?

    /// What stands where parts of a turn should; nil for nothing.
    package var misfits: PartMisfits?

    /// What tells it from the others of its document, as a heading; nil where it is the only one.
    package var name: String? { line.map { "Line \($0)" } ?? label }
}
