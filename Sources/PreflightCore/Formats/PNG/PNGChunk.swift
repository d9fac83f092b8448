/// One chunk of a PNG file: length, type, data and checksum (PNG, 5.3).
struct PNGChunk {
    /// The type's four letters as one integer, the first the most significant.
    let type: Int
    /// Where the data stands, cut at the end of the file.
    let data: Range<Int>
    /// The first byte after the checksum; beyond the file's end for a chunk that is cut off.
    let endOffset: Int
    /// Whether the whole chunk with its checksum is in the file.
    let isComplete: Bool

    /// Reads the chunk at `offset`, or nil where not even its type is there, or is not made of
    /// letters, or its length is more than 2³¹ − 1: decoders stop there too.
    init?(in bytes: Span<UInt8>, at offset: Int) {
        guard let length = try? bytes.bigEndian32(at: offset), length <= Int(Int32.max),
            let type = try? bytes.bigEndian32(at: offset + 4),
            (4..<8).allSatisfy({ Self.isLetter(bytes[offset + $0]) })
        else { return nil }
        let start = offset + 8
        self.type = type
        data = start..<min(start + length, bytes.count)
        endOffset = start + length + 4
        isComplete = endOffset <= bytes.count
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte & ~0x20)
    }
}

extension PNGChunk {
    /// `IHDR`, with which a file begins (11.2.1).
    static let imageHeader = 0x4948_4452
    /// `IDAT`, compressed image data.
    static let imageData = 0x4944_4154
    /// `IEND`, the end.
    static let imageEnd = 0x4945_4E44
    /// `PLTE`, the palette.
    static let palette = 0x504C_5445
    /// `sBIT`, significant bits.
    static let significantBits = 0x7342_4954
    /// `cICP`, coding-independent code points of colour.
    static let codePoints = 0x6349_4350
    /// `sRGB`, a rendering intent, which makes the colours those of sRGB.
    static let standardColor = 0x7352_4742
    /// `gAMA`, the exponent from light to samples.
    static let gamma = 0x6741_4D41
    /// `cHRM`, the primaries and the white.
    static let chromaticities = 0x6348_524D
    /// `bKGD`, the background.
    static let background = 0x624B_4744
    /// `tRNS`, transparency without an alpha channel.
    static let transparency = 0x7452_4E53
    /// `iCCP`, a compressed ICC profile.
    static let iccProfile = 0x6943_4350
    /// `eXIf`, EXIF data.
    static let exif = 0x6558_4966
    /// `tEXt`, text as it is.
    static let text = 0x7445_5874
    /// `zTXt`, compressed text.
    static let compressedText = 0x7A54_5874
    /// `iTXt`, text in some language, compressed or not.
    static let internationalText = 0x6954_5874
    /// `acTL`, which makes the file an animation.
    static let animationControl = 0x6163_544C
    /// `fcTL`, the rectangle and timing of one frame.
    static let frameControl = 0x6663_544C
    /// `fdAT`, compressed image data of a frame.
    static let frameData = 0x6664_4154

    /// The most bytes that a chunk's data is uncompressed to, and the most that are read to do so:
    /// 4 MiB.
    ///
    /// Text has some kilobytes, as matrix profiles do; the largest table profiles in use have about
    /// 3 MB, and those are not standard in any case.
    static let inflatedByteCountAtMost = 4 << 20
}
