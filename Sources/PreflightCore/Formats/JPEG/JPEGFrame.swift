/// The frame header of a JPEG file: what the picture is made of (T.81, B.2.2).
struct JPEGFrame {
    /// Pixels in a row and rows; 0 rows where a DNL segment is to say how many.
    var size: PixelSize
    /// The precision of the samples.
    let bitsPerSample: Int
    /// What the components mean, judged by their number.
    ///
    /// Three are YCbCr or RGB, four are inks or YCCK; which of the two is no business of a verdict.
    let colorModel: ColorModel

    /// The components' numbers, by which scans name them.
    let identifiers: [UInt8]
    /// The code of the marker, which says how the picture is coded.
    let code: UInt8

    /// The components.
    var componentCount: Int { identifiers.count }
    /// Whether the picture comes in scans, each finer than the one before (SOF2 and SOF10).
    var isProgressive: Bool { Self.progressiveCodes.contains(code) }

    /// The frames that come in scans: coded by Huffman tables, and arithmetically.
    static let progressiveCodes: Set<UInt8> = [0xC2, 0xCA]

    /// Reads the segment whose bytes, its length field included, are `range`.
    ///
    /// - Throws: ``HeaderError/malformed(offset:reason:)`` where libjpeg refuses the segment too.
    init(
        in bytes: Span<UInt8>,
        range: Range<Int>,
        code: UInt8
    ) throws(HeaderError) {
        self.code = code
        let start = range.lowerBound
        bitsPerSample = Int(try bytes.byte(at: start + 2))
        size = PixelSize(
            width: try bytes.bigEndian16(at: start + 5),
            height: try bytes.bigEndian16(at: start + 3)
        )
        let componentCount = Int(try bytes.byte(at: start + 7))
        guard range.count == 8 + 3 * componentCount else {
            throw .malformed(offset: start, reason: "frame header of the wrong length")
        }
        guard (2...16).contains(bitsPerSample) else {
            throw .malformed(offset: start + 2, reason: "\(bitsPerSample) bits per sample")
        }
        guard size.width > 0 else {
            throw .malformed(offset: start + 5, reason: "width 0")
        }
        guard let colorModel = Self.colorModels[componentCount] else {
            throw .malformed(offset: start + 7, reason: "\(componentCount) colour components")
        }
        self.colorModel = colorModel
        identifiers = (0..<componentCount).map { bytes[start + 8 + 3 * $0] }
    }

    /// Two components have no agreed meaning; the first of them is the lightness in practice.
    private static let colorModels: [Int: ColorModel] = [1: .gray, 2: .gray, 3: .rgb, 4: .cmyk]
}
