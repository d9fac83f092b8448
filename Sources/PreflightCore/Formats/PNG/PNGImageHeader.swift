/// The chunk `IHDR`: size and coding of the picture (PNG, 11.2.1).
struct PNGImageHeader {
    /// The canvas in pixels, each side 1 to 2³¹ − 1.
    let size: PixelSize
    /// Bits of a sample, or of a palette index.
    let bitDepth: Int
    /// How the pixels are coded.
    let colorType: ColorType
    /// Whether the pixels come in seven passes (8.2).
    let isInterlaced: Bool

    /// What a pixel is made of.
    enum ColorType: Int {
        case gray = 0
        case rgb = 2
        case palette = 3
        case grayWithAlpha = 4
        case rgbWithAlpha = 6
    }

    /// The length of the whole chunk, in bytes.
    static let chunkByteCount = 25

    /// Reads the chunk at `offset`.
    ///
    /// - Throws: ``HeaderError`` where the chunk is another one, is cut off, or holds a value that
    ///   the specification does not allow, which libpng refuses as well.
    init(in bytes: Span<UInt8>, at offset: Int) throws(HeaderError) {
        guard try bytes.bigEndian32(at: offset + 4) == PNGChunk.imageHeader else {
            throw .malformed(offset: offset + 4, reason: "first chunk is not IHDR")
        }
        guard try bytes.bigEndian32(at: offset) == 13 else {
            throw .malformed(offset: offset, reason: "IHDR of the wrong length")
        }
        guard bytes.count >= offset + Self.chunkByteCount else {
            throw .truncated(offset: bytes.count)
        }
        let data = offset + 8
        size = PixelSize(
            width: try Self.side(in: bytes, at: data),
            height: try Self.side(in: bytes, at: data + 4)
        )
        guard size.longEdge <= Int32.max else { throw .oversize(size) }
        bitDepth = Int(bytes[data + 8])
        guard let colorType = ColorType(rawValue: Int(bytes[data + 9])) else {
            throw .malformed(offset: data + 9, reason: "colour type \(bytes[data + 9])")
        }
        guard colorType.allowedBitDepths.contains(bitDepth) else {
            throw .malformed(offset: data + 8, reason: "bit depth \(bitDepth)")
        }
        self.colorType = colorType
        try Self.requireValue(atMost: 0, in: bytes, at: data + 10, named: "compression method")
        try Self.requireValue(atMost: 0, in: bytes, at: data + 11, named: "filter method")
        try Self.requireValue(atMost: 1, in: bytes, at: data + 12, named: "interlace method")
        isInterlaced = bytes[data + 12] == 1
    }

    private static func side(in bytes: Span<UInt8>, at offset: Int) throws(HeaderError) -> Int {
        let side = try bytes.bigEndian32(at: offset)
        guard side > 0 else { throw .malformed(offset: offset, reason: "side of 0 pixels") }
        return side
    }

    private static func requireValue(
        atMost maximum: UInt8,
        in bytes: Span<UInt8>,
        at offset: Int,
        named name: String
    ) throws(HeaderError) {
        guard bytes[offset] <= maximum else {
            throw .malformed(offset: offset, reason: "\(name) \(bytes[offset])")
        }
    }
}

extension PNGImageHeader.ColorType {
    /// The depths that go with the colour type (11.2.1, table 12).
    fileprivate var allowedBitDepths: [Int] {
        switch self {
        case .gray: [1, 2, 4, 8, 16]
        case .palette: [1, 2, 4, 8]
        case .rgb, .grayWithAlpha, .rgbWithAlpha: [8, 16]
        }
    }

    /// How many samples a pixel has.
    var channelCount: Int {
        switch self {
        case .gray, .palette: 1
        case .grayWithAlpha: 2
        case .rgb: 3
        case .rgbWithAlpha: 4
        }
    }

    /// Whether a pixel has a sample of its own for alpha.
    var hasAlphaChannel: Bool {
        self == .grayWithAlpha || self == .rgbWithAlpha
    }

    /// The lengths in bytes that a `tRNS` chunk can have: one colour, or an alpha value for each
    /// entry of the palette (11.3.1.1).
    var transparencyByteCounts: ClosedRange<Int>? {
        switch self {
        case .gray: 2...2
        case .rgb: 6...6
        case .palette: 1...256
        case .grayWithAlpha, .rgbWithAlpha: nil
        }
    }
}

extension PNGImageHeader {
    /// What the samples mean.
    var colorModel: ColorModel {
        switch colorType {
        case .gray, .grayWithAlpha: .gray
        case .rgb, .rgbWithAlpha: .rgb
        case .palette: .palette
        }
    }

    /// Bits of one colour's sample: palettes hold eight for each, however deep the indices.
    var bitsPerSample: Int { colorType == .palette ? 8 : bitDepth }
}
