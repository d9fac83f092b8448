import PreflightCore
import Synchronization

/// A codec that answers what a test tells it to, and remembers how it was used.
final class ScriptedCodec: ImageCodec {
    /// How often and how much at a time it was used.
    struct Usage: Sendable, Equatable {
        var callCount = 0
        var activeCount = 0
        var peakCount = 0
        var scopes: Set<FrameScope> = []
        /// Pictures that were decoded to be written.
        var pictureCount = 0
        /// Files that were written.
        var encodeCount = 0
    }

    /// The file that a picture of some size becomes, and how near it is to the picture.
    typealias Writing =
        @Sendable (PixelSize, Encoding) -> Result<(bytes: [UInt8], similarity: Double), CodecError>

    let version = "scripted"
    private let usageState = Mutex(Usage())
    private let answer: @Sendable ([UInt8]) -> Result<DecodedImage, CodecError>
    private let writing: Writing

    /// Creates a codec.
    ///
    /// - Parameters:
    ///   - writing: What comes of an encode; without it nothing can be written.
    ///   - answer: What comes of a decode.
    init(
        writing: @escaping Writing = { _, _ in
            .failure(CodecError(stage: .transform, detail: ""))
        },
        answer: @escaping @Sendable ([UInt8]) -> Result<DecodedImage, CodecError>
    ) {
        self.answer = answer
        self.writing = writing
    }

    /// How it was used until now.
    var usage: Usage { usageState.withLock { $0 } }

    func verify(
        _ bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> DecodedImage {
        usageState.withLock { usage in
            usage.callCount += 1
            usage.activeCount += 1
            usage.peakCount = max(usage.peakCount, usage.activeCount)
            usage.scopes.insert(frames)
        }
        defer { usageState.withLock { $0.activeCount -= 1 } }
        return try answer(bytes).get()
    }

    func apply(
        _ plan: Plan,
        to bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> AppliedPlan {
        let decoded = try answer(bytes).get()
        let picture = try picture(after: plan, of: bytes, as: format)
        return AppliedPlan(bytes: try written(picture, by: plan), decoded: decoded)
    }

    func picture(
        after plan: Plan,
        of bytes: [UInt8],
        as format: ImageFormat
    ) throws(CodecError) -> DecodedPicture {
        usageState.withLock { $0.pictureCount += 1 }
        let size = plan.downscaledSize ?? (try? ImageFacts(reading: bytes.span).header.get())?.size
        guard let size else { throw CodecError(stage: .decode, detail: "no header") }
        let layout = DecodedPicture.Layout(
            size: size,
            colorModel: .rgb,
            channelCount: 3,
            isConverted: plan.steps.contains(.convertToSRGB)
        )
        return DecodedPicture(layout: layout, samples: [])
    }

    func written(_ picture: DecodedPicture, by plan: Plan) throws(CodecError) -> [UInt8] {
        guard let encoding = plan.encoding else { throw CodecError(stage: .encode, detail: "") }
        return try trials(of: [encoding], after: plan, on: picture)[0].bytes
    }

    func trials(
        of encodings: [Encoding],
        after plan: Plan,
        on picture: DecodedPicture
    ) throws(CodecError) -> [EncodingTrial] {
        usageState.withLock { $0.encodeCount += encodings.count }
        return try encodings.map { encoding throws(CodecError) in
            let size = plan.downscaledSize ?? picture.layout.size
            let written = try writing(size, encoding).get()
            return EncodingTrial(
                encoding: encoding,
                bytes: written.bytes,
                similarity: written.similarity
            )
        }
    }
}
