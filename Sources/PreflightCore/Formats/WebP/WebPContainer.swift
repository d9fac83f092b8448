/// The RIFF chunk that a WebP file is (RFC 9649, section 2.4).
struct WebPContainer {
    /// The offset of the first chunk: after `RIFF`, the size and `WEBP`.
    static let firstChunkOffset = 12

    /// The offset that the RIFF size gives for the end, which may lie after the file's.
    let claimedEnd: Int

    /// The offset of the end as far as the file has it: decoders read no further.
    let availableEnd: Int

    /// Whether the RIFF size leaves room for a chunk.
    var hasRoom: Bool { claimedEnd >= Self.firstChunkOffset + WebPChunk.headerByteCount }

    /// Reads the RIFF header.
    ///
    /// - Throws: ``HeaderError`` where it is cut off or wrong.
    init(of bytes: Span<UInt8>) throws(HeaderError) {
        guard bytes.matches("RIFF") else {
            throw .malformed(offset: 0, reason: "the RIFF signature is missing")
        }
        claimedEnd = 8 + (try bytes.littleEndian32(at: 4))
        availableEnd = min(claimedEnd, bytes.count)
        guard bytes.count >= Self.firstChunkOffset else { throw .truncated(offset: bytes.count) }
        guard bytes.matches("WEBP", at: 8) else {
            throw .malformed(offset: 8, reason: "the WEBP signature is missing")
        }
    }
}
