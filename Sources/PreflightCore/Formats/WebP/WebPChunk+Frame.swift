/// What stands in a frame of an animation, which is a chunk of chunks (RFC 9649, section 2.7.1.1).
extension WebPChunk {
    /// The bytes before a frame's first chunk: offsets, sides and duration of three bytes each, and
    /// one of flags.
    static let frameHeaderByteCount = 16

    /// The chunks of a frame.
    func frameChunks(in bytes: Span<UInt8>) -> [WebPChunk] {
        let contents = bytes.extracting(0..<payload.upperBound)
        var chunks: [WebPChunk] = []
        var offset = payload.lowerBound + Self.frameHeaderByteCount
        while let chunk = WebPChunk(in: contents, at: offset) {
            chunks.append(chunk)
            offset = chunk.endOffset
        }
        return chunks
    }

    /// The size in pixels that a frame gives itself; nil where that is cut off.
    func frameSize(in bytes: Span<UInt8>) -> PixelSize? {
        guard payload.count >= Self.frameHeaderByteCount,
            let width = try? bytes.littleEndian24(at: payload.lowerBound + 6),
            let height = try? bytes.littleEndian24(at: payload.lowerBound + 9)
        else { return nil }
        return PixelSize(width: width + 1, height: height + 1)
    }

    /// The bitstream of a frame; nil where there is none.
    func frameImage(in bytes: Span<UInt8>) -> WebPChunk? {
        frameChunks(in: bytes).first { $0.isBitstream && !$0.payload.isEmpty }
    }

    /// Whether a frame is whole and has no picture.
    func isEmptyFrame(in bytes: Span<UInt8>) -> Bool {
        kind == .frame && isComplete(in: bytes) && frameImage(in: bytes) == nil
    }

    /// Whether the chunk has a meaning only after a `VP8X` chunk.
    var isOfExtendedFile: Bool { kind == .extended || kind == .frame || kind == .iccProfile }
}
