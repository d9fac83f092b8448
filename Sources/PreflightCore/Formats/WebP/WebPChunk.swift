/// One chunk of a WebP file (RFC 9649, section 2.3).
struct WebPChunk {
    /// The chunks that matter to a header; the raw value is the FourCC, its first letter highest.
    enum Kind: Int {
        /// `VP8 `: a lossy bitstream.
        case lossy = 0x5650_3820
        /// `VP8L`: a lossless bitstream.
        case lossless = 0x5650_384C
        /// `VP8X`: flags and canvas of an extended file.
        case extended = 0x5650_3858
        /// `ANMF`: one frame of an animation.
        case frame = 0x414E_4D46
        /// `ALPH`: the alpha channel of a lossy bitstream.
        case alpha = 0x414C_5048
        /// `ICCP`: an ICC profile.
        case iccProfile = 0x4943_4350
        /// `EXIF`: Exif metadata.
        case exif = 0x4558_4946
        /// `XMP `: XMP.
        case xmp = 0x584D_5020
    }

    /// The bytes of FourCC and size.
    static let headerByteCount = 8

    /// What the chunk is, or nil for one of no interest.
    let kind: Kind?

    /// The offsets of the payload as far as it is there, padding excluded.
    let payload: Range<Int>

    /// The offset after the chunk and its padding, which may lie after the last byte.
    ///
    /// Some writers leave the padding out: where the name of a chunk stands in its place, that follows.
    let endOffset: Int

    /// Reads the chunk at `offset`, or nil where fewer bytes are left than a chunk header has.
    init?(in bytes: Span<UInt8>, at offset: Int) {
        guard let fourCC = try? bytes.bigEndian32(at: offset),
            let byteCount = try? bytes.littleEndian32(at: offset + 4)
        else { return nil }
        let start = offset + Self.headerByteCount
        kind = Kind(rawValue: fourCC)
        payload = start..<min(start + byteCount, bytes.count)
        let end = start + byteCount
        endOffset = byteCount % 2 == 0 || Self.isNamed(in: bytes, at: end) ? end : end + 1
    }

    /// Whether the name of a chunk that matters stands at `offset`.
    private static func isNamed(in bytes: Span<UInt8>, at offset: Int) -> Bool {
        guard let fourCC = try? bytes.bigEndian32(at: offset) else { return false }
        return Kind(rawValue: fourCC) != nil
    }
}
