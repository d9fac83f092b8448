extension GIFBlock {
    /// Whether the block is a comment without a word.
    func isEmptyComment(in bytes: [UInt8]) -> Bool {
        kind == .metadata
            && bytes[range].starts(with: [GIFLabel.extensionIntroducer, GIFLabel.comment, 0])
    }
}

/// Blocks that are written otherwise than they stand, although no pixel changes.
extension GIFEdit {
    /// Writes the canvas as the screen where that does not hold the first frame.
    mutating func mendScreen(declared: PixelSize, firstFrame: PixelSize?, canvas: PixelSize) {
        guard let firstFrame, canvas.longEdge <= Int(UInt16.max),
            GIFBlockScan.flaw(ofScreen: declared, holding: firstFrame, on: canvas)?.cure == .repair
        else { return }
        let sides = [canvas.width, canvas.height]
        output.replaceSubrange(
            6..<10,
            with: sides.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8 & 0xFF)] }
        )
    }

    /// Writes the first colour as the background where that is none of the table, as decoders take it.
    mutating func mendBackground(of screen: GIFScreen) {
        guard let colorCount = screen.colorCount, screen.backgroundIndex >= colorCount else {
            return
        }
        output[GIFScreen.backgroundOffset] = 0
    }

    /// Leaves out an image without a pixel or without data, and what governs how it is drawn.
    mutating func dropEmptyImage() {
        if let range = controlRange { output.removeSubrange(range) }
        controlRange = nil
    }

    /// Writes a graphic control extension with the length that it should have.
    mutating func writeControl(_ block: GIFBlock) {
        let standing = bytes[block.range]
        let isSound = standing.dropFirst(2).first == UInt8(GIFGraphicControl.byteCount)
        let start = output.count
        output += isSound ? Array(standing) : GIFGraphicControl.mended(standing) ?? []
        controlRange = start..<output.count
    }

    /// Writes an image that is cut off after its last pixel, and closes it.
    mutating func closeImage(_ block: GIFBlock) {
        guard let image = GIFImageDescriptor(in: bytes.span, at: block.range.lowerBound),
            image.size.shortEdge > 0, image.codes(in: bytes.span)?.end == .whole
        else { return }
        output += bytes[block.range.lowerBound..<image.subBlocksOffset]
        var offset = image.subBlocksOffset
        while offset + 1 < bytes.count, bytes[offset] != 0 {
            let end = GIFSubBlocks.dataEnd(in: bytes.span, at: offset)
            output.append(UInt8(end - offset - 1))
            output += bytes[offset + 1..<end]
            offset = end
        }
        output.append(0)
    }
}
