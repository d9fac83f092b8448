/// Looks at the chunks of a PNG file in their order for what decoders refuse.
///
/// The reader and the edit of a file ask the same inspector, so that what the one names the other
/// mends. The checksums of image data are not computed here: they need a pass over all bytes.
///
/// Sources: W3C Portable Network Graphics (PNG) Specification, third edition; who refuses what was
/// tried with Pillow 13 and libpng 1.6, and read in Go 1.24, image/png.
struct PNGChunkInspector {
    private let imageHeader: PNGImageHeader
    private var hasImageData = false
    private var paletteCount = 0
    private var text = PNGTextLimits()
    private var sequence = PNGFrameSequence()

    /// Creates an inspector that has met no chunk.
    init(_ imageHeader: PNGImageHeader) {
        self.imageHeader = imageHeader
        sequence.canvas = imageHeader.size
    }

    /// What is wrong with the next chunk; nil where nothing is, or where the file ends inside it.
    mutating func fault(of chunk: PNGChunk, in bytes: Span<UInt8>) -> PNGChunkFault? {
        guard chunk.isComplete else { return nil }
        if chunk.type == PNGChunk.imageData { hasImageData = true }
        let fault =
            endFault(of: chunk) ?? checksumFault(of: chunk, in: bytes) ?? lengthFault(of: chunk)
            ?? text.fault(of: chunk, in: bytes, isAfterImageData: hasImageData)
        if chunk.type == PNGChunk.palette { paletteCount = chunk.data.count / 3 }
        guard chunk.isOfAnimation else { return fault }
        return sequence.fault(of: chunk, in: bytes, otherwise: fault)
    }

    // Checksums of critical chunks and of those of an animation are corrected. Another chunk goes, as
    // it does in libpng, which shows the file without it.
    private func checksumFault(of chunk: PNGChunk, in bytes: Span<UInt8>) -> PNGChunkFault? {
        guard ![PNGChunk.imageData, PNGChunk.frameData].contains(chunk.type),
            !chunk.hasRightChecksum(in: bytes)
        else { return nil }
        let isDropped = chunk.isAncillary && !chunk.isOfAnimation
        // Pillow verifies what comes before the image data only.
        let pillow: [StructuralFlaw.DecoderFamily] = hasImageData ? [] : [.pillow]
        let libpng: [StructuralFlaw.DecoderFamily] = chunk.isAncillary ? [] : [.libpng]
        return PNGChunkFault(
            fact: "the checksum of \(chunk.name) is wrong"
                + (isDropped && chunk.isShown ? ", so that libpng leaves it out" : ""),
            refusedBy: pillow + libpng + [.goImage],
            mending: isDropped ? .dropping : .checksum
        )
    }

    /// The end has no data (11.2.4).
    private func endFault(of chunk: PNGChunk) -> PNGChunkFault? {
        guard chunk.type == PNGChunk.imageEnd, !chunk.data.isEmpty else { return nil }
        let noun = chunk.data.count == 1 ? "byte" : "bytes"
        return PNGChunkFault(
            fact: "\(chunk.name) has \(chunk.data.count.grouped) \(noun) of data, not 0",
            refusedBy: [.goImage],
            mending: .emptying
        )
    }

    /// Chunks of a wrong length are ignored by libpng, with a warning.
    private func lengthFault(of chunk: PNGChunk) -> PNGChunkFault? {
        guard let allowed = allowedLengths(of: chunk), !allowed.contains(chunk.data.count) else {
            return nil
        }
        let count = chunk.data.count
        let isShort = count < allowed.lowerBound
        let isRefused = isShort && Self.typesThatPillowReads.contains(chunk.type)
        let expected =
            allowed.count == 1
            ? "\(allowed.lowerBound)" : "\(allowed.lowerBound) to \(allowed.upperBound)"
        return PNGChunkFault(
            fact: "\(chunk.name) has \(count) bytes of data, not \(expected)",
            refusedBy: (isRefused ? [.pillow] : [])
                + (chunk.type == PNGChunk.transparency ? [.goImage] : []) + [.strictLibpng],
            mending: .dropping
        )
    }
}

extension PNGChunkInspector {
    /// The lengths in bytes that the specification allows; nil where it sets none (11.3 and 4.9).
    private func allowedLengths(of chunk: PNGChunk) -> ClosedRange<Int>? {
        if let fixed = Self.fixedLengths[chunk.type] { return fixed...fixed }
        let channels = imageHeader.colorType.channelCount
        switch chunk.type {
        case PNGChunk.transparency:
            guard let allowed = imageHeader.colorType.transparencyByteCounts else { return nil }
            guard imageHeader.colorType == .palette, paletteCount > 0 else { return allowed }
            return 1...min(paletteCount, 256)
        case PNGChunk.significantBits:
            let count = imageHeader.colorType == .palette ? 3 : channels
            return count...count
        case PNGChunk.background:
            let count =
                switch imageHeader.colorType {
                case .palette: 1
                case .gray, .grayWithAlpha: 2
                case .rgb, .rgbWithAlpha: 6
                }
            return count...count
        default:
            return nil
        }
    }

    private static let fixedLengths: [Int: Int] = [
        PNGChunk.typeCode("cHRM"): 32, PNGChunk.typeCode("gAMA"): 4,
        PNGChunk.typeCode("sRGB"): 1, PNGChunk.typeCode("cICP"): 4,
        PNGChunk.typeCode("mDCV"): 24, PNGChunk.typeCode("cLLI"): 8,
        PNGChunk.typeCode("pHYs"): 9, PNGChunk.typeCode("tIME"): 7,
        PNGChunk.animationControl: 8, PNGChunk.frameControl: 26,
    ]

    /// Those that Pillow refuses to find too short.
    private static let typesThatPillowReads: Set<Int> = [
        PNGChunk.typeCode("cHRM"), PNGChunk.typeCode("gAMA"), PNGChunk.typeCode("sRGB"),
        PNGChunk.typeCode("pHYs"), PNGChunk.transparency, PNGChunk.animationControl,
        PNGChunk.frameControl,
    ]
}
