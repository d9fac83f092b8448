/// One walk over the chunks of an extended WebP file that follow `VP8X`.
struct WebPChunkScan {
    /// `ANMF` chunks that hold a bitstream; without one, 1 for a still picture's bitstream.
    var frameCount: Int { animationFrameCount > 0 ? animationFrameCount : hasStill ? 1 : 0 }

    /// The rightmost and the lowest edge of all frames of an animation, in pixels.
    private(set) var largestFrame = PixelSize(width: 0, height: 0)

    /// Whether a bitstream uses alpha, an `ALPH` chunk is there, or, of an animation, the file
    /// claims alpha or a frame leaves part of the transparent canvas uncovered.
    private(set) var hasAlpha = false

    /// Whether a bitstream is of the lossy kind.
    private(set) var hasLossyImage = false

    /// The offsets of the first ICC profile.
    private(set) var iccProfile: Range<Int>?

    /// The offsets of the first Exif metadata; some writers keep the prefix of JPEG's APP1.
    private(set) var exif: Range<Int>?

    /// The offsets of the first XMP packet.
    private(set) var xmp: Range<Int>?

    private var animationFrameCount = 0
    private var hasStill = false

    /// Walks from the chunk at `offset` to the end.
    ///
    /// A profile that the flags of `canvas` do not claim is ignored: libwebp hands out none such.
    /// Other metadata may hold a position whether or not it is claimed.
    init(of bytes: Span<UInt8>, canvas: WebPCanvas, from offset: Int) {
        var offset = offset
        while let chunk = WebPChunk(in: bytes, at: offset) {
            read(chunk, of: bytes, canvas: canvas)
            offset = chunk.endOffset
        }
    }
}

extension WebPChunkScan {
    private mutating func read(_ chunk: WebPChunk, of bytes: Span<UInt8>, canvas: WebPCanvas) {
        switch chunk.kind {
        case .lossy, .lossless:
            hasLossyImage = hasLossyImage || chunk.kind == .lossy
            hasStill = hasStill || !chunk.payload.isEmpty
            hasAlpha = hasAlpha || Self.usesAlpha(chunk, of: bytes)
        case .alpha:
            hasAlpha = true
        case .frame:
            readFrame(chunk, of: bytes, canvas: canvas)
        case .iccProfile where canvas.claimsICCProfile:
            iccProfile = iccProfile ?? chunk.payload
        case .exif:
            exif = exif ?? chunk.payload
        case .xmp:
            xmp = xmp ?? chunk.payload
        default:
            break
        }
    }

    /// Reads a frame's rectangle and looks for its bitstream (RFC 9649, section 2.7.1.1).
    private mutating func readFrame(
        _ frame: WebPChunk,
        of bytes: Span<UInt8>,
        canvas: WebPCanvas
    ) {
        let contents = bytes.extracting(0..<frame.payload.upperBound)
        guard let rectangle = FrameRectangle(in: contents, at: frame.payload.lowerBound) else {
            return
        }
        var isThere = false
        var usesAlpha = canvas.claimsAlpha || rectangle.size != canvas.size
        var offset = frame.payload.lowerBound + WebPChunk.frameHeaderByteCount
        while let chunk = WebPChunk(in: contents, at: offset) {
            isThere = isThere || Self.isImage(chunk)
            hasLossyImage = hasLossyImage || chunk.kind == .lossy
            usesAlpha = usesAlpha || Self.usesAlpha(chunk, of: contents)
            offset = chunk.endOffset
        }
        guard isThere else { return }
        animationFrameCount += 1
        largestFrame = largestFrame.union(rectangle.edges)
        hasAlpha = hasAlpha || usesAlpha
    }

    private static func isImage(_ chunk: WebPChunk) -> Bool {
        (chunk.kind == .lossy || chunk.kind == .lossless) && !chunk.payload.isEmpty
    }

    private static func usesAlpha(_ chunk: WebPChunk, of bytes: Span<UInt8>) -> Bool {
        guard chunk.kind == .lossless else { return chunk.kind == .alpha }
        let bitstream = try? WebPBitstream(in: bytes, chunk: chunk)
        return bitstream?.hasAlpha ?? false
    }
}

extension WebPChunkScan {
    /// Where an animation frame lies on the canvas: offsets are stored halved, sides less one.
    private struct FrameRectangle {
        /// The frame's own size in pixels.
        let size: PixelSize
        /// Its right and lower edge in pixels.
        let edges: PixelSize

        /// Reads the first twelve bytes of an `ANMF` payload, or nil where they are cut off.
        init?(in bytes: Span<UInt8>, at offset: Int) {
            guard let left = try? bytes.littleEndian24(at: offset),
                let top = try? bytes.littleEndian24(at: offset + 3),
                let width = try? bytes.littleEndian24(at: offset + 6),
                let height = try? bytes.littleEndian24(at: offset + 9)
            else { return nil }
            size = PixelSize(width: width + 1, height: height + 1)
            edges = PixelSize(width: 2 * left + size.width, height: 2 * top + size.height)
        }
    }
}
