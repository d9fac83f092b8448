/// The order of an animation's chunks and the places of its frames (PNG, 4.9 and 11.3.6).
struct PNGFrameSequence {
    /// The canvas in pixels.
    var canvas = PixelSize(width: 0, height: 0)

    /// The sequence number whose turn it is.
    private(set) var nextNumber = 0

    /// Whether data belong to no frame: none was announced yet, or the one that was is dropped.
    private var dropsFrame = true

    /// Takes in a chunk of the animation.
    ///
    /// - Parameters:
    ///   - chunk: The chunk.
    ///   - bytes: The file.
    ///   - fault: What is wrong with it by itself.
    /// - Returns: What is wrong with it.
    mutating func fault(
        of chunk: PNGChunk,
        in bytes: Span<UInt8>,
        otherwise fault: PNGChunkFault?
    ) -> PNGChunkFault? {
        guard chunk.type != PNGChunk.animationControl else { return fault }
        let isDropped = if case .dropping = fault?.mending { true } else { false }
        if chunk.type == PNGChunk.frameControl {
            let place = placeFault(of: chunk, in: bytes)
            // What a wrong checksum tells of, no decoder can place.
            let isLost = fault != nil && place != nil
            dropsFrame = isDropped || isLost
            if isDropped { return fault }
            if isLost, let place { return place.dropping }
        } else if dropsFrame || chunk.data.count < 4 {
            return PNGChunkFault(
                fact: "\(chunk.name) belongs to no frame",
                refusedBy: [.pillow],
                mending: .dropping
            )
        }
        defer { nextNumber += 1 }
        guard (try? bytes.bigEndian32(at: chunk.data.lowerBound)) == nextNumber else {
            return PNGChunkFault(
                fact: "\(chunk.name) is out of sequence",
                refusedBy: [.pillow, .browsers],
                mending: .sequenceNumber
            )
        }
        return fault ?? placeFault(of: chunk, in: bytes)
    }

    private func placeFault(of chunk: PNGChunk, in bytes: Span<UInt8>) -> PNGChunkFault? {
        let start = chunk.data.lowerBound
        guard chunk.type == PNGChunk.frameControl,
            let width = try? bytes.bigEndian32(at: start + 4),
            let height = try? bytes.bigEndian32(at: start + 8),
            let left = try? bytes.bigEndian32(at: start + 12),
            let top = try? bytes.bigEndian32(at: start + 16)
        else { return nil }
        let isInside = left + width <= canvas.width && top + height <= canvas.height
        guard width == 0 || height == 0 || !isInside else { return nil }
        return PNGChunkFault(
            fact: "the frame of \(chunk.name) "
                + (isInside ? "has no pixels" : "reaches beyond the picture"),
            refusedBy: [.pillow, .browsers],
            mending: .rewritingFrames
        )
    }
}
