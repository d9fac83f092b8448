/// The compressed pixels of one frame: a zlib stream that is cut into chunks (PNG, 10.2).
struct PNGImageStream {
    /// One chunk's part of the stream.
    struct Piece {
        /// The chunk.
        let chunk: PNGChunk
        /// Where its part stands: all its data, or, in an `fdAT`, what follows the number.
        let range: Range<Int>
    }

    /// The frame's size in pixels.
    let size: PixelSize

    /// The frame of an animation, from 1; nil for the picture that stills show.
    let frame: Int?

    /// The parts in their order.
    private(set) var pieces: [Piece] = []

    /// Creates a stream without data.
    init(size: PixelSize, frame: Int?) {
        self.size = size
        self.frame = frame
    }

    /// Adds the data of a chunk, as far as it is there.
    mutating func add(_ chunk: PNGChunk) {
        let isFrameData = chunk.type == PNGChunk.frameData
        let start = chunk.data.lowerBound + (isFrameData ? 4 : 0)
        guard start < chunk.data.upperBound else { return }
        pieces.append(Piece(chunk: chunk, range: start..<chunk.data.upperBound))
    }

    /// The whole stream.
    func joined(in bytes: [UInt8]) -> [UInt8] {
        var joined: [UInt8] = []
        joined.reserveCapacity(pieces.reduce(0) { $0 + $1.range.count })
        for piece in pieces { joined += bytes[piece.range] }
        return joined
    }
}

extension PNGImageStream {
    /// Every stream of a file: that of the picture, then those of the frames after it.
    ///
    /// Frames are told apart by `fcTL`, of which one before `IDAT` belongs to the picture.
    static func all(in bytes: [UInt8], _ imageHeader: PNGImageHeader) -> [PNGImageStream] {
        var still = PNGImageStream(size: imageHeader.size, frame: nil)
        var frames: [PNGImageStream] = []
        var frameCount = 0
        var isAnimation = false
        var offset = PNGReader.signature.count
        while let chunk = PNGChunk(in: bytes.span, at: offset), chunk.type != PNGChunk.imageEnd {
            switch chunk.type {
            case PNGChunk.animationControl:
                isAnimation = isAnimation || still.pieces.isEmpty
            case PNGChunk.frameControl where chunk.data.count == 26:
                frameCount += 1
                guard !still.pieces.isEmpty, let size = frameSize(chunk, in: bytes) else { break }
                frames.append(PNGImageStream(size: size, frame: frameCount))
            case PNGChunk.imageData:
                still.add(chunk)
            case PNGChunk.frameData where !frames.isEmpty:
                frames[frames.count - 1].add(chunk)
            default:
                break
            }
            offset = chunk.endOffset
        }
        return [still] + (isAnimation ? frames.filter { !$0.pieces.isEmpty } : [])
    }

    private static func frameSize(_ chunk: PNGChunk, in bytes: [UInt8]) -> PixelSize? {
        guard let width = try? bytes.span.bigEndian32(at: chunk.data.lowerBound + 4),
            let height = try? bytes.span.bigEndian32(at: chunk.data.lowerBound + 8),
            width > 0, height > 0
        else { return nil }
        return PixelSize(width: width, height: height)
    }
}
