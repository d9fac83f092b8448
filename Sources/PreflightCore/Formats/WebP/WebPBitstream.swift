/// What the first bytes of a `VP8 ` or `VP8L` chunk say.
struct WebPBitstream {
    /// The size of the picture in pixels.
    let size: PixelSize

    /// Whether a lossless bitstream says that its alpha channel is used; a lossy one has none.
    let hasAlpha: Bool

    /// Reads the start of the bitstream in `chunk`.
    ///
    /// - Throws: ``HeaderError`` where it is cut off or not what the chunk's name promises.
    init(in bytes: Span<UInt8>, chunk: WebPChunk) throws(HeaderError) {
        let contents = bytes.extracting(0..<chunk.payload.upperBound)
        if chunk.kind == .lossless {
            try self.init(losslessIn: contents, at: chunk.payload.lowerBound)
        } else {
            try self.init(lossyIn: contents, at: chunk.payload.lowerBound)
        }
    }

    /// Reads a key frame's header (RFC 6386, section 9.1): a frame tag of three bytes, the start
    /// code, and 14 bits for each side below two bits of scaling.
    private init(lossyIn bytes: Span<UInt8>, at offset: Int) throws(HeaderError) {
        let width = try bytes.littleEndian16(at: offset + 6) & 0x3FFF
        let height = try bytes.littleEndian16(at: offset + 8) & 0x3FFF
        let isKeyFrame = bytes[offset] & 0x01 == 0
        guard isKeyFrame, bytes.matches([0x9D, 0x01, 0x2A], at: offset + 3) else {
            throw .malformed(offset: offset, reason: "the VP8 data does not begin a key frame")
        }
        guard width > 0, height > 0 else {
            throw .malformed(offset: offset + 6, reason: "the VP8 picture has no pixels")
        }
        size = PixelSize(width: width, height: height)
        hasAlpha = false
    }

    /// Reads a lossless header (RFC 9649, section 3.4): a signature byte, 14 bits for each side
    /// less one, a bit for alpha, and a version of three bits that must be 0.
    private init(losslessIn bytes: Span<UInt8>, at offset: Int) throws(HeaderError) {
        let fields = try bytes.littleEndian32(at: offset + 1)
        guard bytes[offset] == 0x2F, fields >> 29 == 0 else {
            throw .malformed(offset: offset, reason: "the VP8L signature or version is wrong")
        }
        size = PixelSize(width: (fields & 0x3FFF) + 1, height: (fields >> 14 & 0x3FFF) + 1)
        hasAlpha = fields >> 28 & 1 == 1
    }
}
