/// Edits a GIF file block by block; the blocks that stay are copied as they stand.
///
/// Source: "Graphics Interchange Format, Version 89a" (CompuServe, 1990).
struct GIFEdit {
    let bytes: [UInt8]
    private let edit: FileEdit
    var output: [UInt8] = []
    /// Where in the output the extension stands that governs how the next image is drawn.
    var controlRange: Range<Int>?
    /// Where the first image begins.
    private var firstImage: Int?

    /// Edits a file whose header says it has this canvas and, in some frame, a clear colour.
    ///
    /// An image that is cut off cannot be closed by a trailer and is left out; the caller sees that
    /// a frame is missing.
    ///
    /// - Returns: The new file, or nil where the logical screen is not whole, or the first frame
    ///   leaves a part of the canvas bare that would no longer be clear.
    static func edited(
        _ bytes: [UInt8],
        by edit: FileEdit,
        canvas: PixelSize,
        hasAlpha: Bool
    ) -> [UInt8]? {
        guard let screen = try? GIFScreen(of: bytes.span), screen.endOffset <= bytes.count else {
            return nil
        }
        var walk = GIFEdit(bytes: bytes, edit: edit)
        walk.output += bytes[..<screen.endOffset]
        walk.mendScreen(
            declared: screen.declaredSize,
            firstFrame: GIFBlockScan(of: bytes.span, screen).firstFrame,
            canvas: canvas
        )
        walk.mendBackground(of: screen)
        walk.write(blocksFrom: screen.endOffset)
        let blocks = GIFBlockScan(of: walk.output.span, screen)
        let isBareClear = blocks.hasTransparency == hasAlpha
        return isBareClear || walk.hasImage(covering: canvas) ? walk.output : nil
    }

    private init(bytes: [UInt8], edit: FileEdit) {
        self.bytes = bytes
        self.edit = edit
        output.reserveCapacity(bytes.count)
    }
}

extension GIFEdit {
    /// Writes the blocks up to the trailer, to one that is cut off, or to where decoders stop since
    /// no block begins; then a trailer.
    private mutating func write(blocksFrom start: Int) {
        var offset = start
        while let block = GIFBlock(in: bytes.span, at: offset) {
            guard block.isComplete else {
                if block.kind == .image, edit.mendsImageData, !isDropped(block.kind) {
                    closeImage(block)
                }
                break
            }
            if block.kind == .trailer {
                writeEnd(block)
                return
            }
            write(block)
            offset = block.range.upperBound
        }
        output.append(GIFLabel.trailer)
    }

    private mutating func write(_ block: GIFBlock) {
        guard !isDropped(block.kind) else { return }
        if block.kind == .image {
            let image = GIFImageDescriptor(in: bytes.span, at: block.range.lowerBound)
            guard let image, image.size.shortEdge > 0 else {
                dropEmptyImage()
                return
            }
            firstImage = firstImage ?? block.range.lowerBound
        } else if bytes[block.range].dropFirst().first == GIFLabel.graphicControl,
            block.kind == .rendering
        {
            writeControl(block)
            return
        }
        if block.isEmptyComment(in: bytes) { return }
        if block.kind == .image || block.kind == .rendering { controlRange = nil }
        output += bytes[block.range]
    }

    private func isDropped(_ kind: GIFBlock.Kind) -> Bool {
        switch kind {
        case .image, .rendering: edit.keepsFirstFrameOnly && firstImage != nil
        case .loop: edit.keepsFirstFrameOnly
        case .metadata: edit.stripsMetadata
        case .iccProfile, .trailer: false
        }
    }

    /// Writes the trailer, without an image that it ended before its data.
    private mutating func writeEnd(_ block: GIFBlock) {
        if block.range.count > 1 { dropEmptyImage() }
        output.append(GIFLabel.trailer)
    }

    /// Whether the first image leaves no part of the canvas bare.
    private func hasImage(covering canvas: PixelSize) -> Bool {
        guard let firstImage, let image = GIFImageDescriptor(in: bytes.span, at: firstImage) else {
            return false
        }
        return image.left == 0 && image.top == 0
            && image.size.width >= canvas.width && image.size.height >= canvas.height
    }
}
