/// What decodes and encodes images: the one door between the pure core and a decoder.
///
/// Implementations decode JPEG, PNG, GIF and WebP and nothing else, own or copy the bytes they are
/// given, and answer the same for the same bytes every time.
public protocol ImageCodec: Sendable {
    /// The decoder's version, as the report's `tool` object gives it: `8.14.1`.
    var version: String { get }

    /// Decodes a whole file with the least work that still proves it can be decoded.
    ///
    /// - Parameters:
    ///   - bytes: The file.
    ///   - format: Its format by content, one of the four that are decodable.
    ///   - frames: Whether the first frame or all of them are decoded.
    /// - Returns: What the decoder measured.
    /// - Throws: ``CodecError`` where the pixels cannot be had.
    func verify(
        _ bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> DecodedImage

    /// Decodes a file, applies the steps of a plan, and writes the picture anew.
    ///
    /// The same file, plan and version give the same bytes. Metadata is always left out.
    ///
    /// - Parameters:
    ///   - plan: Steps that end in ``Step/encode(_:)``; ``Step/fitBytes(_:)`` is the caller's.
    ///   - bytes: The file.
    ///   - format: Its format by content, one of the four that are decodable.
    ///   - frames: Whether the first frame or all of them are kept.
    /// - Returns: The new file, and what the decoder measured of the old one.
    /// - Throws: ``CodecError`` where the pixels cannot be had, changed or written.
    func apply(
        _ plan: Plan,
        to bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> AppliedPlan

    /// Decodes a file once, for any number of encodes.
    ///
    /// - Parameters:
    ///   - plan: The steps before the picture is written; its own ``Step/encode(_:)`` and
    ///     ``Step/flatten(_:)`` do not count.
    ///   - bytes: The file.
    ///   - format: Its format by content, one of the four that are decodable.
    /// - Returns: The first frame, upright, in the size and the colors of the plan.
    /// - Throws: ``CodecError`` where the pixels cannot be had or changed.
    func picture(
        after plan: Plan,
        of bytes: [UInt8],
        as format: ImageFormat
    ) throws(CodecError) -> DecodedPicture

    /// Writes a decoded picture.
    ///
    /// - Parameters:
    ///   - picture: The picture.
    ///   - plan: Steps that end in ``Step/encode(_:)``; of those before only ``Step/flatten(_:)``
    ///     and ``Step/downscale(_:)`` are left to be done.
    /// - Returns: The file.
    /// - Throws: ``CodecError`` where the picture cannot be changed or written.
    func written(_ picture: DecodedPicture, by plan: Plan) throws(CodecError) -> [UInt8]

    /// Writes a decoded picture in several ways and measures how far each is from what it was made
    /// of.
    ///
    /// - Parameters:
    ///   - encodings: The ways to write it.
    ///   - plan: As for ``written(_:by:)``; its own ``Step/encode(_:)`` does not count.
    ///   - picture: The picture.
    /// - Returns: One trial for each encoding, in their order.
    /// - Throws: ``CodecError`` where the picture cannot be changed or written.
    func trials(
        of encodings: [Encoding],
        after plan: Plan,
        on picture: DecodedPicture
    ) throws(CodecError) -> [EncodingTrial]
}

/// What a decoder measured while it read every pixel that was asked for.
public struct DecodedImage: Sendable, Equatable {
    /// The stored size in pixels, before EXIF orientation; of an animation, the canvas.
    public var size: PixelSize

    /// The frames that the decoder counts; always 1 where it knows no animation of that format.
    public var frameCount: Int

    /// What the decoder complained of although it went on; nil for a file in order.
    public var damage: String?

    /// How well the picture can be seen; nil where nobody measured it.
    public var quality: PictureQuality?

    /// Whether the compressed pixels are proven down to their checksums, lengths and wrapping, so that
    /// looking through them once more would find nothing.
    public var isImageDataProven: Bool

    /// Creates a measurement.
    public init(
        size: PixelSize,
        frameCount: Int,
        damage: String? = nil,
        quality: PictureQuality? = nil,
        isImageDataProven: Bool = false
    ) {
        self.size = size
        self.frameCount = frameCount
        self.damage = damage
        self.quality = quality
        self.isImageDataProven = isImageDataProven
    }
}

/// What came of applying a plan that writes a picture anew.
public struct AppliedPlan: Sendable, Equatable {
    /// The new file.
    public var bytes: [UInt8]

    /// What the decoder measured of the old one, every pixel of which was read.
    public var decoded: DecodedImage

    /// Creates a result.
    public init(bytes: [UInt8], decoded: DecodedImage) {
        self.bytes = bytes
        self.decoded = decoded
    }
}

/// One way a picture was written, and how near it is to what it was made of.
public struct EncodingTrial: Sendable, Equatable {
    /// How it was written.
    public var encoding: Encoding

    /// The file.
    public var bytes: [UInt8]

    /// The structural similarity of the two pictures' lightness, 1 for the same.
    public var similarity: Double

    /// Creates a trial.
    public init(encoding: Encoding, bytes: [UInt8], similarity: Double) {
        self.encoding = encoding
        self.bytes = bytes
        self.similarity = similarity
    }
}
