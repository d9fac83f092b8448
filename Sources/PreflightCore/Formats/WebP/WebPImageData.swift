/// What the compressed pixels of a WebP file say without being turned into a picture: whether they end
/// in a room that was never filled, for which decoders make up rows and say nothing.
struct WebPImageData {
    /// What is wrong with frames after the first.
    private(set) var flaws = StructuralFlaws()

    /// What is missing of the picture, or of the first frame.
    private(set) var missingPixels: MissingPixels?

    private let bytes: [UInt8]
    private var frameNumber = 0

    /// Goes through the chunks of a file.
    init(of bytes: [UInt8]) {
        self.bytes = bytes
        guard let container = try? WebPContainer(of: bytes.span) else { return }
        let chunks = WebPLayout(of: bytes.span, container).chunks
        for chunk in chunks {
            if chunk.kind == .frame {
                frameNumber += 1
                take(chunk.frameChunks(in: bytes.span))
            }
        }
        if frameNumber == 0 { take(chunks) }
    }
}

extension WebPImageData {
    /// Looks at the chunks of one picture: a bitstream, and maybe an alpha channel before it.
    private mutating func take(_ chunks: [WebPChunk]) {
        guard let image = chunks.first(where: \.isBitstream),
            let size = try? WebPBitstream(in: bytes.span, chunk: image).size
        else { return }
        let alpha = image.kind == .lossy ? chunks.first { $0.kind == .alpha } : nil
        let rows = [image, alpha].compactMap { $0.flatMap { firstMissingRow(of: $0, size) } }
        guard let first = rows.min() else { return }
        var missing = MissingPixels(.row, from: first, count: size.height - first, of: size.height)
        guard frameNumber > 1 else {
            missingPixels = missingPixels ?? missing
            return
        }
        missing.frame = frameNumber
        // Most models look at the first frame only, which is whole.
        flaws.add(StructuralFlaw(missing.description, refusedBy: [], cure: .rewriteFrames))
    }

    private func firstMissingRow(of chunk: WebPChunk, _ size: PixelSize) -> Int? {
        guard let filling = WebPFilling.start(in: bytes, chunk.payload) else { return nil }
        switch chunk.kind {
        case .lossy:
            var walk = VP8Walk(bytes, chunk.payload, size: size)
            return walk?.firstMissingRow(fillingFrom: filling)
        case .lossless:
            return firstMissingRow(from: chunk.payload, hasHeader: true, size, filling)
        case .alpha where bytes[chunk.payload.lowerBound] & 3 == 1:
            // A byte says how the channel is coded, of which 1 is as a lossless picture.
            let stream = chunk.payload.dropFirst()
            return firstMissingRow(from: stream, hasHeader: false, size, filling)
        default:
            return nil
        }
    }

    private func firstMissingRow(
        from stream: Range<Int>,
        hasHeader: Bool,
        _ size: PixelSize,
        _ filling: Int
    ) -> Int? {
        var walk = VP8LWalk(Array(bytes[stream]), hasHeader: hasHeader)
        return walk.firstMissingRow(of: size, fillingFrom: filling - stream.lowerBound)
    }
}
