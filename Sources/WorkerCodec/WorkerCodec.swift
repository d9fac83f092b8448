public import CodecProtocol
internal import CodecTransport
public import PreflightCore

/// The codec in processes of its own: libvips in workers that are locked in.
///
/// Creating one costs nothing; a worker starts with the first image, is used again, and ends with
/// the last copy of the codec. As many run side by side as there are images at a time. One that
/// crashes, hangs or takes too much costs one image: that is tried once more in a fresh worker and
/// then fails with the cause.
public struct WorkerCodec: ImageCodec {
    private let pool: WorkerPool

    /// Creates a codec.
    ///
    /// - Parameters:
    ///   - program: The program of the workers; nil to find it.
    ///   - options: What a worker may take.
    public init(program: WorkerProgram? = nil, options: WorkerOptions = WorkerOptions()) {
        pool = WorkerPool(
            program: program.map(Result.success)
                ?? Result { () throws(WorkerError) in try WorkerProgram.found() },
            options: options
        )
    }

    /// The codec of those who do not choose one; its workers serve all of them.
    public static let shared = WorkerCodec()
}

extension WorkerCodec {
    /// Makes sure that there is a worker.
    ///
    /// - Returns: What it says of itself.
    /// - Throws: ``WorkerError`` where none can be had.
    @discardableResult
    public func start() throws(WorkerError) -> WorkerGreeting { try pool.greeting() }

    /// The version of the workers' libvips, as `major.minor.micro`; empty where there is no worker.
    public var version: String { (try? start())?.codecVersion ?? "" }

    /// Decodes every pixel, in a worker.
    public func verify(
        _ bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> DecodedImage {
        let request = CodecRequest.verify(bytes, as: format, frames: frames)
        return try answer(to: request) { if case .decoded(let image) = $0 { image } else { nil } }
    }

    /// Decodes a file, applies the steps of a plan, and writes the picture anew, in a worker.
    public func apply(
        _ plan: Plan,
        to bytes: [UInt8],
        as format: ImageFormat,
        frames: FrameScope
    ) throws(CodecError) -> AppliedPlan {
        let request = CodecRequest.apply(plan, to: bytes, as: format, frames: frames)
        return try answer(to: request) { if case .applied(let plan) = $0 { plan } else { nil } }
    }

    /// Decodes a file once, for any number of encodes, in a worker.
    public func picture(
        after plan: Plan,
        of bytes: [UInt8],
        as format: ImageFormat
    ) throws(CodecError) -> DecodedPicture {
        let request = CodecRequest.picture(after: plan, of: bytes, as: format)
        return try answer(to: request) { if case .picture(let made) = $0 { made } else { nil } }
    }

    /// Writes a decoded picture, in a worker.
    public func written(
        _ picture: DecodedPicture,
        by plan: Plan
    ) throws(CodecError) -> [UInt8] {
        let request = CodecRequest.write(picture, by: plan)
        return try answer(to: request) { if case .file(let bytes) = $0 { bytes } else { nil } }
    }

    /// Writes a decoded picture in several ways, in a worker.
    public func trials(
        of encodings: [Encoding],
        after plan: Plan,
        on picture: DecodedPicture
    ) throws(CodecError) -> [EncodingTrial] {
        let request = CodecRequest.trials(of: encodings, after: plan, on: picture)
        return try answer(to: request) { answer in
            guard case .trials(let trials) = answer, trials.map(\.encoding) == encodings else {
                return nil
            }
            return trials
        }
    }

    /// The part of an answer that was asked for; another answer is none.
    ///
    /// - Throws: `CodecError` with what the decoder says, or how the worker failed.
    private func answer<Value: Sendable>(
        to request: CodecRequest,
        _ part: (CodecAnswer) -> Value?
    ) throws(CodecError) -> Value {
        let result: Result<Value, CodecError>
        do throws(WorkerFault) {
            result = try pool.answer(to: request) { answer in
                if case .failure(let error) = answer { return .failure(error) }
                return part(answer).map(Result.success)
            }
        } catch .unavailable(let error) {
            throw CodecError(stage: .start, detail: error.description)
        } catch {
            var failure = CodecError(stage: request.stage, detail: error.description)
            if case .late = error { failure.isLate = true }
            throw failure
        }
        return try result.get()
    }
}

extension CodecRequest {
    /// What is being done when the worker fails at it.
    fileprivate var stage: CodecError.Stage {
        switch self {
        case .verify, .apply, .picture: .decode
        case .write, .trials: .encode
        }
    }
}
