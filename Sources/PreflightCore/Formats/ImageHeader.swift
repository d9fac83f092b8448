/// What a JPEG, PNG, GIF or WebP file says of itself, read without decoding a pixel.
public struct ImageHeader: Sendable, Equatable {
    /// The stored size in pixels, before EXIF orientation; of a GIF or WebP animation, the canvas.
    public var size: PixelSize

    /// The EXIF orientation; upright where there is none or its value is not 1 to 8.
    public var orientation: Orientation

    /// Frames that are really in the file, counted, never copied from a claim; 0 where none is.
    public var frameCount: Int

    /// The largest size in pixels that some decoder may hold to show the first frame: ``size``, or
    /// the screen that a GIF declares if that is larger.
    public var largestCanvas: PixelSize

    /// The largest size in pixels that some decoder may hold to show any frame.
    ///
    /// A later frame may claim far more than the canvas it is drawn on.
    public var largestFrame: PixelSize

    /// How often a decoder goes through the picture: the scans of a JPEG, 1 elsewhere.
    public var scanCount: Int

    /// Bits of one sample as stored; of a palette picture, the bits of one colour's sample (8).
    public var bitsPerSample: Int

    /// Bits of one sample that mean something, where the file says that they are fewer.
    public var significantBitCount: Int?

    /// Whether the stored pixels are exact: PNG, GIF, and the lossless kind of WebP.
    public var isLossless: Bool

    /// What the stored samples mean.
    public var colorModel: ColorModel

    /// Whether a pixel can be transparent, by an alpha channel or a transparent colour.
    public var hasAlpha: Bool

    /// The embedded ICC profile, if any.
    public var iccProfile: ICCProfile?

    /// What the file says of its colours by other means than a profile, where that is not sRGB.
    public var declaredColor: DeclaredColor? {
        get { declaredColorApart?.value }
        set { declaredColorApart = newValue.map(Apart.value) }
    }
    private var declaredColorApart: Apart<DeclaredColor>?

    /// Whether a gain map comes with the picture, by which some screens show it brighter.
    public var hasGainMap: Bool

    /// Whether the metadata, EXIF or XMP, holds both a latitude and a longitude.
    public var hasGPS: Bool

    /// Whether the format's own end marker was found (EOI, IEND, trailer, end of the RIFF chunk).
    public var hasEndMarker: Bool

    /// Bytes after the end marker, which no decoder looks at; 0 where the marker is missing.
    public var trailingByteCount: Int

    /// What is wrong with the file's structure although every pixel is there.
    public var flaws: StructuralFlaws

    /// Pixels that the file does not have; nil where none is missing, or where nobody counted yet.
    public var missingPixels: MissingPixels? {
        get { missingPixelsApart?.value }
        set { missingPixelsApart = newValue.map(Apart.value) }
    }
    private var missingPixelsApart: Apart<MissingPixels>?

    /// What was missing when the file was written and was made up, as its note says; nil for nothing.
    public var madeUpPixels: String?

    /// What of the picture's detail the file does not have, as words; nil where it has all.
    package var missingDetail: String?

    /// Whether the compressed pixels may be damaged in ways of which no decoder warns.
    package var mayHideDamage: Bool

    /// Creates a header; what is not given is what most files have.
    public init(
        size: PixelSize,
        orientation: Orientation = .upright,
        frameCount: Int = 1,
        largestCanvas: PixelSize? = nil,
        largestFrame: PixelSize? = nil,
        scanCount: Int = 1,
        bitsPerSample: Int = 8,
        significantBitCount: Int? = nil,
        isLossless: Bool = false,
        colorModel: ColorModel = .rgb,
        hasAlpha: Bool = false,
        iccProfile: ICCProfile? = nil,
        declaredColor: DeclaredColor? = nil,
        hasGainMap: Bool = false,
        hasGPS: Bool = false,
        hasEndMarker: Bool = true,
        trailingByteCount: Int = 0,
        flaws: StructuralFlaws = StructuralFlaws(),
        missingPixels: MissingPixels? = nil,
        madeUpPixels: String? = nil,
        missingDetail: String? = nil,
        mayHideDamage: Bool = false
    ) {
        self.size = size
        self.orientation = orientation
        self.frameCount = frameCount
        self.largestCanvas = largestCanvas ?? size
        self.largestFrame = largestFrame ?? self.largestCanvas
        self.scanCount = scanCount
        self.bitsPerSample = bitsPerSample
        self.significantBitCount = significantBitCount
        self.isLossless = isLossless
        self.colorModel = colorModel
        self.hasAlpha = hasAlpha
        self.iccProfile = iccProfile
        declaredColorApart = declaredColor.map(Apart.value)
        self.hasGainMap = hasGainMap
        self.hasGPS = hasGPS
        self.hasEndMarker = hasEndMarker
        self.trailingByteCount = trailingByteCount
        self.flaws = flaws
        missingPixelsApart = missingPixels.map(Apart.value)
        self.madeUpPixels = madeUpPixels
        self.missingDetail = missingDetail
        self.mayHideDamage = mayHideDamage
    }
}

extension ImageHeader {
    /// The size a person sees, in pixels, after EXIF orientation.
    public var displaySize: PixelSize { orientation.exchangesSides ? size.transposed : size }

    /// Whether there are two or more frames that are really there.
    public var isAnimated: Bool { frameCount >= 2 }
}

/// Why a header could not be read.
///
/// The wording is for people and may change; programs compare the cases.
public enum HeaderError: Error, Sendable, Equatable {
    /// The file ends where more was promised; `offset` is the first byte, from 0, that is missing.
    case truncated(offset: Int)
    /// A field holds what the format does not allow; `offset` is its first byte, from 0.
    case malformed(offset: Int, reason: String)
    /// A side is longer than the format allows, so that nothing after it matters; `size` is what is
    /// claimed, in pixels.
    case oversize(PixelSize)
    /// The file is cut into more segments, chunks or blocks than are read.
    case tooManyParts(Int, most: Int)
    /// The image data go on for more bytes after the last row than are read.
    case overfull(most: Int)
    /// The format is not one of the four whose header is read.
    case notDecodable
}

extension HeaderError: CustomStringConvertible {
    /// One clause for a sentence that begins with "the header cannot be read:".
    public var description: String {
        switch self {
        case .truncated(let offset): "the file ends at byte \(offset)"
        case .malformed(let offset, let reason): "\(reason) at byte \(offset)"
        case .oversize(let size): "it claims \(size) px, more than the format allows"
        case .tooManyParts(let count, let most):
            "the file is cut into \(count.grouped) parts, and at most \(most.grouped) are read"
        case .overfull(let most):
            "the image data go on for more than \(most.grouped) bytes after the last row"
        case .notDecodable: "the format is not JPEG, PNG, GIF or WebP"
        }
    }
}

/// What the samples of a stored pixel mean.
public enum ColorModel: String, Sendable, Hashable {
    /// One sample of lightness.
    case gray
    /// Red, green and blue, whatever the file's own coding of them (YCbCr, VP8).
    case rgb
    /// Four inks, whatever the file's own coding of them (YCCK).
    case cmyk
    /// An index into a table of colours.
    case palette
}
