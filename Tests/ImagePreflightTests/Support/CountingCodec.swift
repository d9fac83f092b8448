import PreflightCore
import Synchronization
import VipsCodec

/// libvips, with how often each of its doors was gone through.
final class CountingCodec: ImageCodec {
    /// How often pictures were decoded, and for what.
    struct Usage: Sendable, Equatable {
        /// Decoded to prove that it can be.
        var proofCount = 0
        /// Decoded to be written anew.
        var applicationCount = 0
        /// Decoded to be written in several qualities.
        var trialCount = 0
    }

    private let codec = VipsCodec()
    private let state = Mutex(Usage())

    /// How it was used until now.
    var usage: Usage { state.withLock { $0 } }

    var version: String { codec.version }

    func verify(
        _ bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> DecodedImage {
        state.withLock { $0.proofCount += 1 }
        return try codec.verify(bytes, as: format, frames: frames)
    }

    func apply(
        _ plan: Plan,
        to bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> AppliedPlan {
        state.withLock { $0.applicationCount += 1 }
        return try codec.apply(plan, to: bytes, as: format, frames: frames)
    }

    func trials(
        of encodings: [Encoding],
        after plan: Plan,
        on bytes: [UInt8],
        as format: ImageFormat
    ) throws(CodecError) -> [EncodingTrial] {
        state.withLock { $0.trialCount += 1 }
        return try codec.trials(of: encodings, after: plan, on: bytes, as: format)
    }
}
