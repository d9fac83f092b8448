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

    /// Writes a picture in several ways and measures how far each is from what it was made of.
    ///
    /// The picture is decoded and changed once.
    ///
    /// - Parameters:
    ///   - encodings: The ways to write it.
    ///   - plan: The steps before it is written; its own ``Step/encode(_:)`` does not count.
    ///   - bytes: The file.
    ///   - format: Its format by content, one of the four that are decodable.
    /// - Returns: One trial for each encoding, in their order.
    /// - Throws: ``CodecError`` where the pixels cannot be had, changed or written.
    func trials(
        of encodings: [Encoding],
        after plan: Plan,
        on bytes: [UInt8],
        as format: ImageFormat
    ) throws(CodecError) -> [EncodingTrial]
}
