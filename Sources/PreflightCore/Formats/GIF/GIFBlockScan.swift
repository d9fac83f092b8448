/// One walk over the blocks of a GIF file that follow the logical screen.
///
/// Ends where libnsgif ends: at the trailer, at the end of the file, or at a byte that begins no
/// block. Compressed data is stepped over, never looked into.
struct GIFBlockScan {
    /// Images with a pixel whose data is there: closed by a terminator, or cut off after at least one byte.
    private(set) var frameCount = 0

    /// The right and lower edge of the first image, in pixels, whether or not its data follows.
    private(set) var firstFrame: PixelSize?

    /// The rightmost and the lowest edge of all counted frames, in pixels.
    private(set) var largestFrame = PixelSize(width: 0, height: 0)

    /// Whether a counted frame has a transparent colour.
    private(set) var hasTransparency = false

    /// The first embedded ICC profile, joined from its sub-blocks.
    private(set) var iccProfile: [UInt8]?

    /// Whether XMP holds both a latitude and a longitude.
    private(set) var hasGPS = false

    /// The offset after the trailer, or nil where none was found.
    private(set) var endOffset: Int?

    /// What is wrong with the blocks although every pixel is there.
    private(set) var flaws = StructuralFlaws()

    /// Whether an image has no pixel.
    private(set) var hasEmptyImage = false

    /// What the first frame and those after it are drawn on, in pixels; nil before the first.
    private var canvas: PixelSize?

    private let screen: GIFScreen

    /// Whether a graphic control extension has given the next frame a transparent colour.
    private var isNextFrameTransparent = false

    /// Walks from the block after the screen to the end.
    init(of bytes: Span<UInt8>, _ screen: GIFScreen) {
        self.screen = screen
        if let colorCount = screen.colorCount {
            let flaw = Self.flaw(ofBackground: screen.backgroundIndex, amongColors: colorCount)
            if let flaw { flaws.add(flaw) }
        }
        var next: Int? = screen.endOffset
        while let offset = next, offset < bytes.count {
            next = readBlock(of: bytes, at: offset)
        }
    }
}

extension GIFBlockScan {
    /// Reads one block and returns the offset of the next, or nil where the walk ends.
    private mutating func readBlock(of bytes: Span<UInt8>, at offset: Int) -> Int? {
        switch bytes[offset] {
        case GIFLabel.imageSeparator:
            return readImage(of: bytes, at: offset)
        case GIFLabel.extensionIntroducer:
            return readExtension(of: bytes, at: offset)
        case GIFLabel.trailer:
            endOffset = offset + 1
            return nil
        default:
            // Before any image, nobody finds one.
            if frameCount > 0 {
                flaws.add(Self.flaw(ofStrayByteCount: bytes.count - offset, at: offset))
            }
            return nil
        }
    }

    /// Reads an image: its descriptor, colour table and data.
    private mutating func readImage(of bytes: Span<UInt8>, at offset: Int) -> Int? {
        guard let image = GIFImageDescriptor(in: bytes, at: offset) else { return nil }
        firstFrame = firstFrame ?? image.edges
        if let trailerOffset = image.trailerInsteadOfData(in: bytes) {
            endOffset = trailerOffset + 1
            flaws.add(Self.flaw(ofImageWithoutDataAt: offset))
            return nil
        }
        guard image.subBlocksOffset < bytes.count else { return nil }
        if image.size.shortEdge > 0 {
            countFrame(edges: image.edges)
        } else {
            hasEmptyImage = true
            isNextFrameTransparent = false
            flaws.add(Self.flaw(ofEmptyImageAt: offset))
        }
        return GIFSubBlocks.end(in: bytes, from: image.subBlocksOffset)
    }

    private mutating func countFrame(edges: PixelSize) {
        frameCount += 1
        takeFlaw(ofEdges: edges)
        largestFrame = largestFrame.union(edges)
        hasTransparency = hasTransparency || isNextFrameTransparent
        isNextFrameTransparent = false
    }
}

extension GIFBlockScan {
    private mutating func takeFlaw(ofEdges edges: PixelSize) {
        guard let canvas else {
            let declared = screen.declaredSize
            canvas = declared.union(edges)
            let shown = (try? screen.canvas(firstFrame: edges)) ?? edges
            let flaw = Self.flaw(ofScreen: declared, holding: edges, on: shown)
            if let flaw { flaws.add(flaw) }
            return
        }
        if let flaw = Self.flaw(ofFrame: frameCount, edges: edges, on: canvas) { flaws.add(flaw) }
    }

    /// Reads an extension (GIF89a, sections 23 to 26) and returns the offset after it.
    ///
    /// As libnsgif does, the first block of all but a comment is stepped over even if it is empty.
    private mutating func readExtension(of bytes: Span<UInt8>, at offset: Int) -> Int? {
        guard offset + 2 < bytes.count else { return nil }
        let label = bytes[offset + 1]
        let firstBlockOffset = offset + 2
        if label == GIFLabel.comment {
            if bytes[firstBlockOffset] == 0 { flaws.add(Self.flaw(ofEmptyCommentAt: offset)) }
            return GIFSubBlocks.end(in: bytes, from: firstBlockOffset)
        }
        let subBlocksOffset = firstBlockOffset + 1 + Int(bytes[firstBlockOffset])
        let end = GIFSubBlocks.end(in: bytes, from: subBlocksOffset)
        switch label {
        case GIFLabel.graphicControl:
            readGraphicControl(of: bytes, at: firstBlockOffset)
        case GIFLabel.application:
            readApplication(of: bytes, at: firstBlockOffset, data: subBlocksOffset, end: end)
        default:
            break
        }
        return end
    }

    /// Reads the profile or the XMP of an application extension; `end` is nil where it is cut off.
    private mutating func readApplication(
        of bytes: Span<UInt8>,
        at offset: Int,
        data subBlocksOffset: Int,
        end: Int?
    ) {
        switch GIFApplication(in: bytes, at: offset) {
        case .iccProfile:
            iccProfile = iccProfile ?? GIFSubBlocks.joined(in: bytes, from: subBlocksOffset)
        case .xmp:
            let packet = min(subBlocksOffset, bytes.count)..<(end ?? bytes.count)
            hasGPS = hasGPS || XMPReader.hasGPS(bytes, range: packet)
        case .netscapeLoop, .animextsLoop, nil:
            break
        }
    }

    /// Notes the transparent colour flag (GIF89a, section 23); of several, one is enough.
    private mutating func readGraphicControl(of bytes: Span<UInt8>, at offset: Int) {
        guard offset + 4 < bytes.count else { return }
        let isTransparent = bytes[offset + 1] & 0x01 != 0
        isNextFrameTransparent = isNextFrameTransparent || isTransparent
        let flaw = Self.flaw(
            ofGraphicControlAt: offset - 2,
            byteCount: Int(bytes[offset]),
            isTransparent: isTransparent
        )
        if let flaw { flaws.add(flaw) }
    }
}

/// A run of sub-blocks of a GIF file: each a length in one byte and that much data, the last of
/// length 0 (GIF89a, sections 15 and 16).
enum GIFSubBlocks {
    /// The offset after the terminator of the run at `start`, or nil where the file ends first.
    static func end(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var offset = start
        while offset < bytes.count {
            let byteCount = Int(bytes[offset])
            offset += 1 + byteCount
            if byteCount == 0 { return offset }
        }
        return nil
    }

    /// The offset after the data of the sub-block at `offset`, as far as it is in the file.
    ///
    /// Where a file is cut off inside it, a terminator and a trailer at the file's end were put there to
    /// close the file, and are no data.
    static func dataEnd(in bytes: Span<UInt8>, at offset: Int) -> Int {
        let end = offset + 1 + Int(bytes[offset])
        guard end > bytes.count else { return end }
        let closing = max(offset + 1, bytes.count - 2)
        return bytes.matches([0, GIFLabel.trailer], at: closing) ? closing : bytes.count
    }

    /// What the run at `start` holds, as far as it is in the file; nil where it holds nothing.
    static func joined(in bytes: Span<UInt8>, from start: Int) -> [UInt8]? {
        var joined: [UInt8] = []
        var offset = start
        while offset < bytes.count, bytes[offset] != 0 {
            let end = min(offset + 1 + Int(bytes[offset]), bytes.count)
            for index in (offset + 1)..<end { joined.append(bytes[index]) }
            offset = end
        }
        return joined.isEmpty ? nil : joined
    }
}
