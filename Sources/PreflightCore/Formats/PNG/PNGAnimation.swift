/// The frames of a PNG file, counted as they come and never copied from what `acTL` claims.
///
/// A frame is an `fcTL` followed by its image data. A file is an animation only if `acTL` comes
/// before the first `IDAT`; the picture in `IDAT` is a frame only if an `fcTL` comes before it
/// (PNG, 4.9 and 11.3.6).
struct PNGAnimation {
    /// Whether an `IDAT` was met.
    private(set) var hasImageData = false

    /// The frames that the first `acTL` promises; nil where there is none.
    private(set) var claimedFrameCount: Int?

    private let canvas: PixelSize
    private var hasControl = false
    private var hasStill = false
    private var animationFrameCount = 0
    private var largestAnimationFrame: PixelSize
    /// Whether the image data that comes next is that of a new frame.
    private var awaitsData = false

    /// Creates an animation without frames.
    init(canvas: PixelSize) {
        self.canvas = canvas
        largestAnimationFrame = canvas
    }

    /// Takes in one chunk; those that have nothing to do with frames are ignored.
    mutating func take(_ chunk: PNGChunk, in bytes: Span<UInt8>) {
        switch chunk.type {
        case PNGChunk.animationControl where chunk.isComplete && !hasImageData:
            hasControl = true
            claimedFrameCount =
                claimedFrameCount ?? (try? bytes.bigEndian32(at: chunk.data.lowerBound))
        case PNGChunk.frameControl where chunk.isComplete:
            takeFrameControl(chunk, in: bytes)
        case PNGChunk.imageData:
            hasImageData = true
            hasStill = hasStill || !chunk.data.isEmpty
            takeData(byteCount: chunk.data.count)
        case PNGChunk.frameData where hasImageData:
            takeData(byteCount: chunk.data.count - Self.sequenceNumberByteCount)
        default:
            break
        }
    }

    /// The first image data after an `fcTL` makes it a frame; what follows belongs to the same one.
    private mutating func takeData(byteCount: Int) {
        guard awaitsData, byteCount > 0 else { return }
        animationFrameCount += 1
        awaitsData = false
    }

    /// Sequence number, width, height, horizontal and vertical offset, four bytes each, and timing.
    private mutating func takeFrameControl(_ chunk: PNGChunk, in bytes: Span<UInt8>) {
        let start = chunk.data.lowerBound
        guard chunk.data.count == Self.frameControlByteCount,
            let width = try? bytes.bigEndian32(at: start + 4),
            let height = try? bytes.bigEndian32(at: start + 8),
            let x = try? bytes.bigEndian32(at: start + 12),
            let y = try? bytes.bigEndian32(at: start + 16)
        else { return }
        awaitsData = true
        let right = min(x + width, Self.maximumSide)
        let bottom = min(y + height, Self.maximumSide)
        largestAnimationFrame.width = max(largestAnimationFrame.width, right)
        largestAnimationFrame.height = max(largestAnimationFrame.height, bottom)
    }

    private static let frameControlByteCount = 26
    private static let sequenceNumberByteCount = 4
    /// The largest integer of a PNG file (7.1).
    private static let maximumSide = Int(Int32.max)
}

extension PNGAnimation {
    /// Frames with image data; 1 for a still, also where `acTL` promises frames that are not there;
    /// 0 where there is no image data at all.
    var frameCount: Int {
        if hasControl, animationFrameCount > 0 { return animationFrameCount }
        return hasStill ? 1 : 0
    }

    /// Whether there is a frame of the animation.
    var hasFrames: Bool { hasControl && animationFrameCount > 0 }

    /// The smallest size that holds the canvas and each frame at its offset, in pixels.
    var largestFrame: PixelSize {
        hasControl ? largestAnimationFrame : canvas
    }
}
