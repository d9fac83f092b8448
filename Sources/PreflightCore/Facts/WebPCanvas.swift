/// The `VP8X` chunk of an extended WebP file (RFC 9649, section 2.7).
struct WebPCanvas {
    /// The canvas in pixels, each side at most 2²⁴.
    let size: PixelSize

    /// Whether the file claims an ICC profile.
    let claimsICCProfile: Bool

    /// Whether the file claims an alpha channel in a frame.
    let claimsAlpha: Bool

    /// Whether the file claims Exif metadata.
    let claimsExif: Bool

    /// Reads the flags and the canvas.
    ///
    /// - Throws: ``HeaderError/truncated(offset:)`` where the chunk is too short.
    init(in bytes: Span<UInt8>, chunk: WebPChunk) throws(HeaderError) {
        let contents = bytes.extracting(0..<chunk.payload.upperBound)
        let offset = chunk.payload.lowerBound
        let flags = try contents.byte(at: offset)
        claimsICCProfile = flags & 0x20 != 0
        claimsAlpha = flags & 0x10 != 0
        claimsExif = flags & 0x08 != 0
        size = PixelSize(
            width: try contents.littleEndian24(at: offset + 4) + 1,
            height: try contents.littleEndian24(at: offset + 7) + 1
        )
    }
}
