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

    /// Whether the file claims XMP.
    let claimsXMP: Bool

    /// Reads the flags and the canvas.
    ///
    /// - Throws: ``HeaderError/truncated(offset:)`` where the chunk is too short.
    init(in bytes: Span<UInt8>, chunk: WebPChunk) throws(HeaderError) {
        let contents = bytes.extracting(0..<chunk.payload.upperBound)
        let offset = chunk.payload.lowerBound
        let flags = try contents.byte(at: offset)
        claimsICCProfile = flags & Flag.iccProfile != 0
        claimsAlpha = flags & Flag.alpha != 0
        claimsExif = flags & Flag.exif != 0
        claimsXMP = flags & Flag.xmp != 0
        size = PixelSize(
            width: try contents.littleEndian24(at: offset + 4) + 1,
            height: try contents.littleEndian24(at: offset + 7) + 1
        )
    }
}

extension WebPCanvas {
    /// Whether a chunk may be there: a profile or metadata only if the flags claim it.
    func announces(_ kind: WebPChunk.Kind?) -> Bool {
        switch kind {
        case .iccProfile: claimsICCProfile
        case .exif: claimsExif
        case .xmp: claimsXMP
        default: true
        }
    }

    /// The flags, in the first byte of the chunk.
    enum Flag {
        /// An ICC profile is there.
        static let iccProfile: UInt8 = 0x20
        /// A frame has an alpha channel.
        static let alpha: UInt8 = 0x10
        /// Exif metadata is there.
        static let exif: UInt8 = 0x08
        /// XMP is there.
        static let xmp: UInt8 = 0x04
        /// The file is an animation.
        static let animation: UInt8 = 0x02
    }
}
