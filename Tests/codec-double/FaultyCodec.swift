import CodecService
import PreflightCore
import Synchronization
import VipsCodec

/// libvips, to which a fault happens at a file that ends with ``FaultyCodec/trigger``.
final class FaultyCodec: CodecService.Decoder {
    /// The last bytes of a file that the fault happens at.
    static let trigger: [UInt8] = [0xBA, 0xD0, 0xF1, 0x1E]

    private let codec = VipsCodec()
    private let fault: Fault
    private let answerCount = Atomic(0)

    init(fault: Fault) {
        self.fault = fault
    }

    var version: String { codec.version }
    var openLoaders: [String] { codec.openLoaders }
    var blockedLoaders: [String] { codec.blockedLoaders }

    func prepare(outOfMemoryStatus: Int32) throws(CodecError) {
        try codec.prepare(outOfMemoryStatus: outOfMemoryStatus)
    }

    /// Lets the fault happen where it should.
    ///
    /// - Throws: `CodecError` with what happened, where it could not be helped.
    private func meet(_ bytes: [UInt8]) throws(CodecError) {
        let earlierCount = answerCount.add(1, ordering: .relaxed).oldValue
        if case .tired = fault, earlierCount > 0 { _ = Fault.crashing.happen() }
        guard bytes.suffix(Self.trigger.count).elementsEqual(Self.trigger) else { return }
        throw CodecError(stage: .decode, detail: fault.happen())
    }

    func verify(
        _ bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> DecodedImage {
        try meet(bytes)
        return try codec.verify(bytes, as: format, frames: frames)
    }

    func apply(
        _ plan: Plan,
        to bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> AppliedPlan {
        try meet(bytes)
        return try codec.apply(plan, to: bytes, as: format, frames: frames)
    }

    func picture(
        after plan: Plan,
        of bytes: [UInt8],
        as format: ImageFormat
    ) throws(CodecError) -> DecodedPicture {
        try meet(bytes)
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
