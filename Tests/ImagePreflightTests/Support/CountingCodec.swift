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
        /// Decoded to be written in several ways.
        var pictureCount = 0
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

    func picture(
        after plan: Plan,
        of bytes: [UInt8],
        as format: ImageFormat
    ) throws(CodecError) -> DecodedPicture {
        state.withLock { $0.pictureCount += 1 }
        return try codec.picture(after: plan, of: bytes, as: format)
    }

    func written(_ picture: DecodedPicture, by plan: Plan) throws(CodecError) -> [UInt8] {
        try codec.written(picture, by: plan)
    }

    func trials(
        of encodings: [Encoding],
        after plan: Plan,
        on picture: DecodedPicture
    ) throws(CodecError) -> [EncodingTrial] {
        try codec.trials(of: encodings, after: plan, on: picture)
    }
}
