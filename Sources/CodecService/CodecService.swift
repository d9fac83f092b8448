internal import CodecProtocol
internal import CodecTransport
public import PreflightCore
internal import Sandbox

/// A worker's life: it locks itself in, greets, and answers until nobody asks any more.
public struct CodecService: Sendable {
    /// A decoder that can be made ready while files can still be opened.
    public protocol Decoder: ImageCodec {
        /// Starts what is needed, without a thread that stays.
        ///
        /// - Parameter outOfMemoryStatus: The exit status of the process that has no memory left.
        /// - Throws: `CodecError` where the decoder does not start.
        func prepare(outOfMemoryStatus: Int32) throws(CodecError)

        /// The loaders that can see bytes, by name.
        var openLoaders: [String] { get }

        /// The loaders that are blocked, by name.
        var blockedLoaders: [String] { get }
    }

    private let decoder: any Decoder

    /// Creates a service of a decoder.
    public init(_ decoder: any Decoder) {
        self.decoder = decoder
    }
}

extension CodecService {
    /// Runs the worker.
    ///
    /// - Parameter arguments: The words of the command line, without the program's name.
    /// - Returns: The exit status.
    public func run(_ arguments: some Sequence<String>) -> Int32 {
        guard let arguments = WorkerArguments(arguments) else { return WorkerStatus.usage }
        guard let attempt = arguments.attempt else { return serve(within: arguments) }
        return Escape(attempt: attempt, arguments: arguments).status()
    }

    private func serve(within arguments: WorkerArguments) -> Int32 {
        guard let socket = Socket.standardInput else { return WorkerStatus.usage }
        let channel = MessageChannel(socket: socket, memory: SharedMemory.ofWorker)
        var confinement = Confinement()
        confinement.limit(to: arguments)
        do throws(CodecError) {
            try decoder.prepare(outOfMemoryStatus: WorkerStatus.outOfMemory)
        } catch {
            return WorkerStatus.unavailable
        }
        confinement.seal()
        do throws(TransportError) {
            try channel.send(greeting(from: confinement).message)
            while true { try answer(on: channel) }
        } catch .closed {
            return WorkerStatus.done
        } catch {
            return WorkerStatus.malformed
        }
    }

    private func answer(on channel: MessageChannel) throws(TransportError) {
        let message = try channel.receive()
        let request: CodecRequest
        do throws(ProtocolError) {
            request = try CodecRequest(message)
        } catch {
            throw .malformed(error)
        }
        try channel.send(request.answer(by: decoder).message)
    }

    private func greeting(from confinement: Confinement) -> WorkerGreeting {
        WorkerGreeting(
            version: Version.current,
            codecVersion: decoder.version,
            openLoaders: decoder.openLoaders,
            blockedLoaders: decoder.blockedLoaders,
            layers: confinement.states.map { state in
                WorkerGreeting.Layer(name: state.name, failure: state.failure ?? "")
            }
        )
    }
}

extension Confinement {
    /// The socket, two descriptors that lead nowhere, and the shared memory.
    private static let openCount = Int(SharedMemory.workerDescriptor) + 1

    /// More processor time than a worker needs before it is replaced.
    private static let processorSeconds = 3600

    /// Takes the layers that come before the decoder starts.
    mutating func limit(to arguments: WorkerArguments) {
        limit(
            to: Limits(
                memoryByteCount: arguments.memoryByteCount,
                processorSeconds: Self.processorSeconds,
                fileByteCount: FrameHeader.bulkByteCountAtMost
            ),
            closingFrom: Self.openCount
        )
    }

    /// Takes the layers that come after it.
    mutating func seal() { seal(keepingDescriptorsBelow: Self.openCount) }
}

extension CodecRequest {
    /// The answer of a decoder.
    fileprivate func answer(by codec: any ImageCodec) -> CodecAnswer {
        do throws(CodecError) {
            switch self {
            case .verify(let bytes, let format, let frames):
                return .decoded(try codec.verify(bytes, as: format, frames: frames))
            case .apply(let plan, let bytes, let format, let frames):
                return .applied(try codec.apply(plan, to: bytes, as: format, frames: frames))
            case .picture(let plan, let bytes, let format):
                return .picture(try codec.picture(after: plan, of: bytes, as: format))
            case .write(let picture, let plan):
                return .file(try codec.written(picture, by: plan))
            case .trials(let encodings, let plan, let picture):
                return .trials(try codec.trials(of: encodings, after: plan, on: picture))
            }
        } catch {
            return .failure(error)
        }
    }
}
