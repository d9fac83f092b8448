/// The members of a content part that say where its image is.
struct BodyPart {
    /// The value of `type`.
    var type: JSONText?

    /// The value of `image_url`, or that of the member `url` in it.
    var url: JSONText?

    /// The value of `source`.
    var source: BodyImageSource?

    /// The images of parts inside this one.
    var nested: [BodyImage] = []
}

extension BodyPart {
    /// The images of all parts inside this one.
    var allNested: [BodyImage] { nested + (source?.nested ?? []) }

    /// The interface that the part belongs to; nil where it is no image.
    ///
    /// Without a type, what is there instead tells.
    func imageKind(in bytes: [UInt8]) -> BodyImage.Kind? {
        guard let type else {
            return url != nil ? .chatCompletion : source?.data != nil ? .anthropic : nil
        }
        return switch type.quoted(in: bytes) {
        case "image_url": .chatCompletion
        case "image": .anthropic
        default: nil
        }
    }

    /// Where the image of the part is.
    ///
    /// - Parameters:
    ///   - kind: The part's interface.
    ///   - start: The offset at which the part begins.
    ///   - bytes: The body.
    /// - Returns: The place of the bytes, or the mistake where the part names none.
    func content(
        _ kind: BodyImage.Kind,
        start: Int,
        in bytes: [UInt8]
    ) -> BodyImage.Content {
        guard type != nil else { return .missing(.noType(offset: start)) }
        return switch kind {
        case .chatCompletion:
            url.map { Self.content(address: $0, in: bytes) } ?? .missing(.noImage(offset: start))
        case .anthropic:
            source?.content(in: bytes) ?? .missing(.noImage(offset: start))
        }
    }

    private static func content(address: JSONText, in bytes: [UInt8]) -> BodyImage.Content {
        let span = bytes.span
        let start = address.range.lowerBound
        if let dataURL = DataURL(address, in: span) {
            guard dataURL.isBase64 else { return .missing(.dataURLWithoutBase64(offset: start)) }
            let mediaType = BodyMediaType(
                declared: dataURL.mediaType.quoted(in: bytes),
                range: dataURL.mediaType.range
            )
            return .embedded(
                mediaType: mediaType,
                base64: dataURL.dataStart..<address.range.upperBound
            )
        }
        let isOfTheWeb = ["http://", "https://"].contains { address.end(of: $0, in: span) != nil }
        guard isOfTheWeb else { return .missing(.unknownAddress(offset: start)) }
        return .remote(address.quoted(in: bytes))
    }
}

/// A piece of a rewritten body.
package enum BodyPiece: Sendable, Hashable {
    /// Bytes of the original body.
    case original(Range<Int>)
    /// New bytes as they are.
    case written([UInt8])
    /// The base64 of these bytes.
    case base64([UInt8])
}

extension BodyPiece {
    /// The length of the piece in the rewritten body, in bytes.
    package var byteCount: Int {
        switch self {
        case .original(let range): range.count
        case .written(let bytes): bytes.count
        case .base64(let bytes): Base64.encodedByteCount(bytes.count)
        }
    }
}
