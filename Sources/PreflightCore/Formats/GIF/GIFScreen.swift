/// The logical screen of a GIF file (GIF89a, section 18) and the canvas that comes of it.
struct GIFScreen {
    /// The size that the file declares, in pixels; a side may be 0.
    let declaredSize: PixelSize

    /// The offset of the first block: after the screen descriptor and the global colour table.
    let endOffset: Int

    /// The colours of the global table; nil where there is none.
    let colorCount: Int?

    /// The colour of the table that shows where no frame is.
    let backgroundIndex: Int

    /// Whether there is a global colour table.
    var hasColorTable: Bool { colorCount != nil }

    /// Where the background's number stands.
    static let backgroundOffset = 11

    /// Reads the screen descriptor that follows the six bytes of the signature.
    ///
    /// - Throws: ``HeaderError/truncated(offset:)`` where the file ends inside the descriptor.
    init(of bytes: Span<UInt8>) throws(HeaderError) {
        declaredSize = PixelSize(
            width: try bytes.littleEndian16(at: 6),
            height: try bytes.littleEndian16(at: 8)
        )
        let packedFields = try bytes.byte(at: 10)
        // The background colour index and the aspect ratio close the descriptor.
        _ = try bytes.byte(at: 12)
        backgroundIndex = Int(try bytes.byte(at: Self.backgroundOffset))
        let tableByteCount = Self.colorTableByteCount(packedFields: packedFields)
        colorCount = tableByteCount > 0 ? tableByteCount / 3 : nil
        endOffset = 13 + tableByteCount
    }

    /// The bytes of the colour table that a packed field announces (GIF89a, sections 19 and 21).
    static func colorTableByteCount(packedFields: UInt8) -> Int {
        guard packedFields & 0x80 != 0 else { return 0 }
        return 3 * (2 << Int(packedFields & 0x07))
    }
}

extension GIFScreen {
    /// Screens of old monitors, which encoders wrote instead of the picture's size.
    private static let monitorSizes: Set<PixelSize> = [
        PixelSize(width: 640, height: 480),
        PixelSize(width: 640, height: 512),
        PixelSize(width: 800, height: 600),
        PixelSize(width: 1024, height: 768),
        PixelSize(width: 1280, height: 1024),
        PixelSize(width: 1600, height: 1200),
    ]

    /// The longest side, in pixels, that libnsgif believes of a declared screen.
    private static let longestBelievedSide = 2048

    /// Whether libnsgif believes the declared size; where not, it starts from a single pixel.
    private var isBelieved: Bool {
        declaredSize.shortEdge > 0 && declaredSize.longEdge <= Self.longestBelievedSide
            && !Self.monitorSizes.contains(declaredSize)
    }

    /// The canvas that libnsgif decodes to: the believed screen, grown to hold the first frame.
    ///
    /// `firstFrame` is the right and lower edge of the first frame, in pixels; later frames are
    /// clipped and never grow the canvas. A file without frames, of which libnsgif makes nothing,
    /// keeps the size that it declares.
    ///
    /// - Throws: ``HeaderError/malformed(offset:reason:)`` where there is neither screen nor frame.
    func canvas(firstFrame: PixelSize?) throws(HeaderError) -> PixelSize {
        if let firstFrame {
            let screen = isBelieved ? declaredSize : PixelSize(width: 1, height: 1)
            return screen.union(firstFrame)
        }
        guard declaredSize.shortEdge > 0 else {
            throw .malformed(offset: 6, reason: "the screen has no pixels and no frame follows")
        }
        return declaredSize
    }
}
