/// What is wrong with the blocks of a GIF file although every pixel is there.
extension GIFBlockScan {
    /// The flaw of a screen that does not hold the first frame; nil where it does.
    ///
    /// An edit writes the canvas that the picture is shown on as the screen, unless the screen
    /// reaches beyond that: decoders that believe it show more.
    static func flaw(
        ofScreen declared: PixelSize,
        holding firstFrame: PixelSize,
        on canvas: PixelSize
    ) -> StructuralFlaw? {
        let cure: StructuralFlaw.Cure = canvas.union(declared) == canvas ? .repair : .rewrite
        guard declared.shortEdge > 0 else {
            return StructuralFlaw(
                "the screen has \(declared) px, which is no pixel",
                refusedBy: [.giflib],
                cure: cure
            )
        }
        guard declared.union(firstFrame) != declared else { return nil }
        return StructuralFlaw(
            "frame 1 reaches to \(firstFrame) px, outside the screen of \(declared) px",
            refusedBy: [.giflib],
            cure: cure
        )
    }

    /// The flaw of a later frame that is not inside the canvas; nil where it is.
    ///
    /// Some decoders cut it off and others make the canvas larger, so that no edit keeps what all see.
    static func flaw(ofFrame number: Int, edges: PixelSize, on canvas: PixelSize)
        -> StructuralFlaw?
    {
        guard number > 1, canvas.union(edges) != canvas else { return nil }
        return StructuralFlaw(
            "frame \(number.grouped) reaches to \(edges) px, outside the screen of \(canvas) px",
            refusedBy: [.giflib],
            cure: .rewriteFrames
        )
    }

    /// The flaw of a background that is no colour of the table, for which an edit puts the first.
    static func flaw(ofBackground index: Int, amongColors colorCount: Int) -> StructuralFlaw? {
        guard index >= colorCount else { return nil }
        return StructuralFlaw(
            "the background is colour \(index) of a table that has \(colorCount)",
            refusedBy: [.giflib]
        )
    }

    /// The flaw of bytes after an image that begin no block, which an edit leaves out.
    static func flaw(ofStrayByteCount byteCount: Int, at offset: Int) -> StructuralFlaw {
        let noun = byteCount == 1 ? "byte" : "bytes"
        return StructuralFlaw(
            "\(byteCount.grouped) \(noun) from byte \(offset.grouped) on belong to no block",
            refusedBy: [.giflib]
        )
    }

    /// The flaw of an image without a pixel, which an edit leaves out.
    static func flaw(ofEmptyImageAt offset: Int) -> StructuralFlaw {
        StructuralFlaw(
            "the frame at byte \(offset.grouped) has no pixels",
            refusedBy: [.pillow, .giflib]
        )
    }

    /// The flaw of an image whose data are cut off before their first byte, which an edit leaves out.
    static func flaw(ofImageWithoutDataAt offset: Int) -> StructuralFlaw {
        StructuralFlaw(
            "the frame at byte \(offset.grouped) has no data",
            refusedBy: [.pillow, .giflib]
        )
    }

    /// The flaw of a comment without a word, which an edit leaves out.
    static func flaw(ofEmptyCommentAt offset: Int) -> StructuralFlaw {
        StructuralFlaw("the comment at byte \(offset.grouped) is empty", refusedBy: [.giflib])
    }

    /// The flaw of a graphic control extension by the bytes of its first sub-block; nil for four.
    ///
    /// Pillow reads the transparent colour only where the flags announce one.
    static func flaw(ofGraphicControlAt offset: Int, byteCount: Int, isTransparent: Bool)
        -> StructuralFlaw?
    {
        guard byteCount != GIFGraphicControl.byteCount else { return nil }
        let isRefusedByPillow = isTransparent && (1..<4).contains(byteCount)
        return StructuralFlaw(
            "the graphic control at byte \(offset.grouped) has \(byteCount) bytes of data, not 4",
            refusedBy: (isRefusedByPillow ? [.pillow] : []) + [.giflib]
        )
    }
}

/// The graphic control extension (GIF89a, section 23).
enum GIFGraphicControl {
    /// The bytes of its only sub-block: flags, two of delay, and the transparent colour.
    static let byteCount = 4

    /// The extension at `range` as it should be, or nil for one that says nothing.
    ///
    /// Decoders take each field from its place, whatever the length: what is missing is 0, as the
    /// terminator that stands there.
    static func mended(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
        let header = Array(bytes.prefix(3))
        guard header.count == 3, header[2] > 0 else { return nil }
        let fields = Array(bytes.dropFirst(3).prefix(min(Int(header[2]), byteCount)))
        let padding = [UInt8](repeating: 0, count: byteCount - fields.count)
        return [header[0], header[1], UInt8(byteCount)] + fields + padding + [0]
    }
}
