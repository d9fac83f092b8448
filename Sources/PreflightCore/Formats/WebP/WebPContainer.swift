/// The RIFF chunk that a WebP file is (RFC 9649, section 2.4).
struct WebPContainer {
    /// The offset of the first chunk: after `RIFF`, the size and `WEBP`.
    static let firstChunkOffset = 12

    /// The offset that the RIFF size gives for the end, which may lie after the file's.
    let claimedEnd: Int

    /// The offset of the end as far as the file has it: decoders read no further.
    let availableEnd: Int

    /// The claimed end with the padding byte that follows an odd size.
    var paddedEnd: Int { claimedEnd + claimedEnd % 2 }

    /// Reads the RIFF header.
    ///
    /// - Throws: ``HeaderError`` where it is cut off, wrong, or too small to hold a chunk.
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
        guard claimedEnd >= Self.firstChunkOffset + WebPChunk.headerByteCount else {
            throw .malformed(offset: 4, reason: "the RIFF size leaves no room for a chunk")
        }
    }

    /// Whether the file reaches the claimed end and a chunk, padding included, ends exactly there.
    func isComplete(in bytes: Span<UInt8>) -> Bool {
        guard availableEnd == claimedEnd else { return false }
        var offset = Self.firstChunkOffset
        while let chunk = WebPChunk(in: bytes, at: offset) {
            offset = chunk.endOffset
        }
        return offset == claimedEnd
    }
}
