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
    }

    let version = "scripted"
    private let usageState = Mutex(Usage())
    private let answer: @Sendable ([UInt8]) -> Result<DecodedImage, CodecError>

    init(answer: @escaping @Sendable ([UInt8]) -> Result<DecodedImage, CodecError>) {
        self.answer = answer
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
        throw CodecError(stage: .transform, detail: "")
    }

    func picture(
        after plan: Plan,
        of bytes: [UInt8],
        as format: ImageFormat
    ) throws(CodecError) -> DecodedPicture {
        throw CodecError(stage: .transform, detail: "")
    }

    func written(_ picture: DecodedPicture, by plan: Plan) throws(CodecError) -> [UInt8] {
        throw CodecError(stage: .transform, detail: "")
    }

    func trials(
        of encodings: [Encoding],
        after plan: Plan,
        on picture: DecodedPicture
    ) throws(CodecError) -> [EncodingTrial] {
        throw CodecError(stage: .transform, detail: "")
    }
}
