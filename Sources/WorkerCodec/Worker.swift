internal import CodecProtocol
internal import CodecTransport
internal import FileSystem
internal import PreflightCore

/// A process that decodes; it is killed when nobody holds it any more.
struct Worker: Sendable {
    /// What it said of itself.
    let greeting: WorkerGreeting

    private let process: ChildProcess
    private let channel: MessageChannel
    private let options: WorkerOptions
    private var imageCount = 0
    private var byteCount = 0
}

extension Worker {
    /// Starts a worker and waits for its greeting.
    ///
    /// - Throws: ``WorkerError`` where none can be had.
    init(running program: WorkerProgram, options: WorkerOptions) throws(WorkerError) {
        self.options = options
        do throws(FileError) {
            (process, channel) = try ChildProcess.start(
                program.path,
                WorkerArguments(memoryByteCount: options.memoryByteCount).words,
                environment: Self.environment
            )
        } catch {
            throw .notStarted(program.path, error)
        }
        greeting = try Self.greeting(from: channel, of: process, program.path)
    }

    /// No more than a decoder needs: libvips is not to look for plug-in modules, the C library is to
    /// keep little memory in reserve, Swift is to die of a crash at once, and libraries may lie where
    /// the user says.
    static var environment: [String] {
        ["VIPSHOME=/nonexistent", "MALLOC_ARENA_MAX=2", "SWIFT_BACKTRACE=enable=no"]
            + ["LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"]
            .compactMap { name in FilePath(inVariable: name).map { "\(name)=\($0.text)" } }
    }

    private static func greeting(
        from channel: MessageChannel,
        of process: ChildProcess,
        _ path: FilePath
    ) throws(WorkerError) -> WorkerGreeting {
        let greeting: WorkerGreeting
        do throws(TransportError) {
            let message = try channel.receive(
                upTo: 0,
                by: Deadline(seconds: TimeAllowance.secondsOfStart)
            )
            greeting = try message.greeting()
        } catch .malformed {
            throw .stranger(path)
        } catch .late {
            throw .mute(path, seconds: TimeAllowance.secondsOfStart)
        } catch {
            throw .silent(path, process.ended(by: Deadline(seconds: endSeconds)))
        }
        guard greeting.version == Version.current else { throw .version(path, greeting.version) }
        return greeting
    }

    /// A process whose channel is closed has ended, or does so in a moment.
    private static let endSeconds = 2.0
}

extension CodecMessage {
    fileprivate func greeting() throws(TransportError) -> WorkerGreeting {
        do throws(ProtocolError) {
            return try WorkerGreeting(self)
        } catch {
            throw .malformed(error)
        }
    }
}

extension Worker {
    /// Whether it has done enough.
    var isWornOut: Bool {
        imageCount >= options.imageCountAtMost || byteCount >= options.byteCountAtMost
    }

    /// Answers a request.
    ///
    /// - Throws: ``WorkerFault``, after which the worker is of no more use.
    mutating func answer(to request: CodecRequest) throws(WorkerFault) -> CodecAnswer {
        let message = request.message
        imageCount += 1
        byteCount += message.bulk.count
        let answer: CodecMessage
        do throws(TransportError) {
            try channel.send(message, by: Deadline(seconds: firstSeconds))
            try wait(for: request)
            answer = try channel.receive(
                upTo: request.answerByteCountAtMost,
                by: Deadline(seconds: firstSeconds)
            )
        } catch {
            throw fault(after: error, at: request)
        }
        channel.trim(after: max(message.bulk.count, answer.bulk.count))
        do throws(ProtocolError) {
            return try CodecAnswer(answer)
        } catch {
            throw .malformed(error)
        }
    }

    /// Waits for the answer to begin.
    ///
    /// Only for what takes longer than any image may is it looked how many pixels it has.
    private func wait(for request: CodecRequest) throws(TransportError) {
        if try channel.isReady(by: Deadline(seconds: firstSeconds)) { return }
        let rest = seconds(for: request) - firstSeconds
        guard rest > 0, try channel.isReady(by: Deadline(seconds: rest)) else { throw .late }
    }

    private var firstSeconds: Double {
        options.timeoutSeconds ?? TimeAllowance.secondsOfAnyImage
    }

    private func seconds(for request: CodecRequest) -> Double {
        options.timeoutSeconds ?? TimeAllowance.seconds(for: request)
    }

    private func fault(after error: TransportError, at request: CodecRequest) -> WorkerFault {
        switch error {
        case .malformed(let error): return .malformed(error)
        case .late: return .late(seconds: seconds(for: request))
        case .closed, .system:
            let end = process.ended(by: Deadline(seconds: Self.endSeconds))
            return end == .exit(WorkerStatus.outOfMemory)
                ? .outOfMemory(byteCount: options.memoryByteCount) : .ended(end)
        }
    }
}

extension CodecRequest {
    /// The most bytes of a file or of pixels that an answer may bring.
    fileprivate var answerByteCountAtMost: Int {
        if case .verify = self { 0 } else { FrameHeader.bulkByteCountAtMost }
    }
}
