/// The descriptor that an image of a GIF file begins with (GIF89a, section 20).
struct GIFImageDescriptor {
    /// The column of the canvas that the image begins at, from 0.
    let left: Int

    /// The row of the canvas that the image begins at, from 0.
    let top: Int

    /// The image's own size in pixels; a side may be 0.
    let size: PixelSize

    /// Whether the rows stand in four passes (GIF89a, appendix E).
    let isInterlaced: Bool

    /// Whether the image has a table of colours of its own.
    let hasLocalColors: Bool

    /// The offset of the image's data: after the descriptor and the local colour table.
    let dataOffset: Int

    /// Reads the descriptor whose separator is at `offset`, or nil where it is cut off.
    init?(in bytes: Span<UInt8>, at offset: Int) {
        guard let left = try? bytes.littleEndian16(at: offset + 1),
            let top = try? bytes.littleEndian16(at: offset + 3),
            let width = try? bytes.littleEndian16(at: offset + 5),
            let height = try? bytes.littleEndian16(at: offset + 7),
            let packedFields = try? bytes.byte(at: offset + 9)
        else { return nil }
        self.left = left
        self.top = top
        size = PixelSize(width: width, height: height)
        hasLocalColors = packedFields & 0x80 != 0
        isInterlaced = packedFields & 0x40 != 0
        dataOffset = offset + 10 + GIFScreen.colorTableByteCount(packedFields: packedFields)
    }
}

extension GIFImageDescriptor {
    /// The image's right and lower edge on the canvas, in pixels.
    var edges: PixelSize { PixelSize(width: left + size.width, height: top + size.height) }

    /// The offset of the sub-blocks: the data begins with its code size (GIF89a, section 22).
    var subBlocksOffset: Int { dataOffset + 1 }

    /// The offset of the trailer that stands where the data should, as libnsgif reads it: in place
    /// of the code size, or as the last byte of the file right after it.
    func trailerInsteadOfData(in bytes: Span<UInt8>) -> Int? {
        if bytes.matches([GIFLabel.trailer], at: dataOffset) { return dataOffset }
        let isLastByte = subBlocksOffset == bytes.count - 1
        return isLastByte && bytes[subBlocksOffset] == GIFLabel.trailer ? subBlocksOffset : nil
    }
}
