/// One walk over the blocks of a GIF file that follow the logical screen.
///
/// Ends where libnsgif ends: at the trailer, at the end of the file, or at a byte that begins no
/// block. Compressed data is stepped over, never looked into.
struct GIFBlockScan {
    /// Images whose data is there: closed by a terminator, or cut off after at least one byte.
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

    /// Whether a graphic control extension has given the next frame a transparent colour.
    private var isNextFrameTransparent = false

    /// Walks from the block at `offset` to the end.
    init(of bytes: Span<UInt8>, from offset: Int) {
        var next: Int? = offset
        while let offset = next, offset < bytes.count {
            next = readBlock(of: bytes, at: offset)
        }
    }
}

extension GIFBlockScan {
    /// First bytes of blocks and labels of extensions (GIF89a, appendix A).
    private enum Label {
        static let imageSeparator: UInt8 = 0x2C
        static let extensionIntroducer: UInt8 = 0x21
        static let trailer: UInt8 = 0x3B
        static let graphicControl: UInt8 = 0xF9
        static let comment: UInt8 = 0xFE
        static let application: UInt8 = 0xFF
    }

    /// Reads one block and returns the offset of the next, or nil where the walk ends.
    private mutating func readBlock(of bytes: Span<UInt8>, at offset: Int) -> Int? {
        switch bytes[offset] {
        case Label.imageSeparator:
            return readImage(of: bytes, at: offset)
        case Label.extensionIntroducer:
            return readExtension(of: bytes, at: offset)
        case Label.trailer:
            endOffset = offset + 1
            return nil
        default:
            return nil
        }
    }

    /// Reads an image descriptor (GIF89a, section 20), its colour table and its data.
    private mutating func readImage(of bytes: Span<UInt8>, at offset: Int) -> Int? {
        let descriptorByteCount = 10
        guard offset <= bytes.count - descriptorByteCount, let edges = edges(of: bytes, at: offset)
        else { return nil }
        firstFrame = firstFrame ?? edges

        let packedFields = bytes[offset + 9]
        let tableByteCount = GIFScreen.colorTableByteCount(packedFields: packedFields)
        let dataOffset = offset + descriptorByteCount + tableByteCount
        if let trailerOffset = trailerInsteadOfData(in: bytes, at: dataOffset) {
            endOffset = trailerOffset + 1
            return nil
        }
        // The data begins with the code size of its compression (GIF89a, section 22).
        let subBlocksOffset = dataOffset + 1
        guard subBlocksOffset < bytes.count else { return nil }
        countFrame(edges: edges)
        return Self.endOfSubBlocks(in: bytes, from: subBlocksOffset)
    }

    private func edges(of bytes: Span<UInt8>, at offset: Int) -> PixelSize? {
        guard let left = try? bytes.littleEndian16(at: offset + 1),
            let top = try? bytes.littleEndian16(at: offset + 3),
            let width = try? bytes.littleEndian16(at: offset + 5),
            let height = try? bytes.littleEndian16(at: offset + 7)
        else { return nil }
        return PixelSize(width: left + width, height: top + height)
    }

    /// The trailer that stands where image data should, as libnsgif reads it: in place of the code
    /// size, or as the last byte of the file right after it.
    private func trailerInsteadOfData(in bytes: Span<UInt8>, at offset: Int) -> Int? {
        if offset < bytes.count, bytes[offset] == Label.trailer { return offset }
        let last = offset + 1
        return last == bytes.count - 1 && bytes[last] == Label.trailer ? last : nil
    }

    private mutating func countFrame(edges: PixelSize) {
        frameCount += 1
        largestFrame = largestFrame.union(edges)
        hasTransparency = hasTransparency || isNextFrameTransparent
        isNextFrameTransparent = false
    }
}

extension GIFBlockScan {
    /// Reads an extension (GIF89a, sections 23 to 26) and returns the offset after it.
    ///
    /// As libnsgif does, the first block of all but a comment is stepped over even if it is empty.
    private mutating func readExtension(of bytes: Span<UInt8>, at offset: Int) -> Int? {
        guard offset + 2 < bytes.count else { return nil }
        let label = bytes[offset + 1]
        let firstBlockOffset = offset + 2
        if label == Label.comment {
            return Self.endOfSubBlocks(in: bytes, from: firstBlockOffset)
        }
        let subBlocksOffset = firstBlockOffset + 1 + Int(bytes[firstBlockOffset])
        if label == Label.graphicControl {
            readGraphicControl(of: bytes, at: firstBlockOffset)
        } else if label == Label.application, isICCProfile(in: bytes, at: firstBlockOffset) {
            iccProfile = iccProfile ?? Self.joinedSubBlocks(in: bytes, from: subBlocksOffset)
        }
        let end = Self.endOfSubBlocks(in: bytes, from: subBlocksOffset)
        if label == Label.application, isXMP(in: bytes, at: firstBlockOffset) {
            let packet = min(subBlocksOffset, bytes.count)..<(end ?? bytes.count)
            hasGPS = hasGPS || XMPReader.hasGPS(bytes, range: packet)
        }
        return end
    }

    /// Notes the transparent colour flag (GIF89a, section 23); of several, one is enough.
    private mutating func readGraphicControl(of bytes: Span<UInt8>, at offset: Int) {
        guard offset + 4 < bytes.count else { return }
        isNextFrameTransparent = isNextFrameTransparent || bytes[offset + 1] & 0x01 != 0
    }

    /// Whether an application extension holds an ICC profile (ICC.1:2010, annex B.5).
    private func isICCProfile(in bytes: Span<UInt8>, at offset: Int) -> Bool {
        bytes[offset] == 11 && bytes.matches("ICCRGBG1012", at: offset + 1)
    }

    /// Whether an application extension holds XMP, which is not cut into sub-blocks: a trailer of
    /// falling lengths leads readers to its end (Adobe, "XMP Specification Part 3", section 1.1.2).
    private func isXMP(in bytes: Span<UInt8>, at offset: Int) -> Bool {
        bytes[offset] == 11 && bytes.matches("XMP DataXMP", at: offset + 1)
    }

    /// The offset after the terminator of a run of sub-blocks (GIF89a, section 15), or nil where
    /// the file ends first.
    private static func endOfSubBlocks(in bytes: Span<UInt8>, from start: Int) -> Int? {
        var offset = start
        while offset < bytes.count {
            let byteCount = Int(bytes[offset])
            offset += 1 + byteCount
            if byteCount == 0 { return offset }
        }
        return nil
    }

    /// What a run of sub-blocks holds, as far as it is in the file; nil where it holds nothing.
    private static func joinedSubBlocks(in bytes: Span<UInt8>, from start: Int) -> [UInt8]? {
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
