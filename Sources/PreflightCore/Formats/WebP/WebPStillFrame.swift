/// The first frame of an animated WebP file as the picture of a still one.
struct WebPStillFrame {
    /// The chunks of the picture: a bitstream, and its alpha channel before it if that is apart.
    let chunks: [WebPChunk]

    /// Whether a pixel can be transparent.
    let hasAlpha: Bool

    /// Reads the `ANMF` chunk `frame` (RFC 9649, section 2.7.1.1), or nil where its picture is not
    /// whole or does not cover the canvas: the rest of that would have to be painted.
    ///
    /// How the frame is blended is of no account, since there is nothing under it.
    init?(_ frame: WebPChunk, of bytes: Span<UInt8>, canvas: PixelSize) {
        let start = frame.payload.lowerBound
        let contents = bytes.extracting(0..<frame.payload.upperBound)
        guard contents.matches([0, 0, 0, 0, 0, 0], at: start) else { return nil }

        var alpha: WebPChunk?
        var offset = start + WebPChunk.frameHeaderByteCount
        while let chunk = WebPChunk(in: contents, at: offset) {
            guard chunk.isComplete(in: contents) else { return nil }
            switch chunk.kind {
            case .alpha:
                alpha = alpha ?? chunk
            case .lossy, .lossless:
                self.init(image: chunk, alpha: alpha, of: contents, canvas: canvas)
                return
            default:
                break
            }
            offset = chunk.endOffset
        }
        return nil
    }

    /// A lossless bitstream has an alpha channel of its own.
    private init?(image: WebPChunk, alpha: WebPChunk?, of bytes: Span<UInt8>, canvas: PixelSize) {
        guard let bitstream = try? WebPBitstream(in: bytes, chunk: image), bitstream.size == canvas
        else { return nil }
        let alpha = image.kind == .lossy ? alpha : nil
        chunks = [alpha, image].compactMap { $0 }
        hasAlpha = alpha != nil || bitstream.hasAlpha
    }
}
