/// A small picture of an image, for a report to show.
///
/// It was decoded and written anew: no byte of the image's own file is in it.
public struct Thumbnail: Sendable, Equatable {
    /// The longest edge of a thumbnail, in pixels.
    public static let longEdgePixelsAtMost = 360

    /// The file.
    public var bytes: [UInt8]

    /// Its format.
    public var format: ImageFormat

    /// Creates a thumbnail.
    public init(bytes: [UInt8], format: ImageFormat) {
        self.bytes = bytes
        self.format = format
    }
}

extension Thumbnail {
    /// The address that holds the picture itself (RFC 2397).
    package var dataURL: String {
        "data:\(format.mediaType);base64,"
            + String(decoding: Base64.encode(bytes), as: UTF8.self)
    }
}

extension ImageCodec {
    /// Makes a small picture of a file, of an animation its first frame.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - format: Its format by content, one of the four that are decodable.
    ///   - header: What the file says of itself, which its pixels have to bear out.
    /// - Returns: The picture, upright and in sRGB.
    /// - Throws: ``CodecError`` where the pixels cannot be had, changed or written.
    package func thumbnail(
        of bytes: [UInt8],
        as format: ImageFormat,
        _ header: ImageHeader
    ) throws(CodecError) -> Thumbnail {
        let plan = Plan(
            thumbnailOf: header,
            longEdgePixels: Thumbnail.longEdgePixelsAtMost
        )
        let applied = try apply(plan, to: bytes, as: format, frames: .first)
        return Thumbnail(bytes: applied.bytes, format: plan.encoding?.format ?? .webp)
    }
}
