public import CodecProtocol
internal import CodecTransport
internal import FileSystem

/// What became of an escape that a worker tried.
public enum EscapeOutcome: String, Sendable, Hashable {
    /// The system said no.
    case refused
    /// The system ended the worker.
    case killed
    /// Nothing was in the way.
    case possible
    /// The layer that should be in the way is not to be had.
    case untried
}

extension WorkerProgram {
    /// Has a worker try to get out.
    ///
    /// - Parameters:
    ///   - attempt: What it tries.
    ///   - layer: The only layer of its lock; nil for all.
    /// - Returns: What became of it.
    public func outcome(of attempt: EscapeAttempt, from layer: LockLayer? = nil) -> EscapeOutcome {
        let arguments = WorkerArguments(
            memoryByteCount: WorkerOptions().memoryByteCount,
            attempt: attempt,
            layer: layer
        )
        let end = try? ChildProcess.run(
            path,
            arguments.words,
            environment: Worker.environment,
            by: Deadline(seconds: TimeAllowance.secondsOfAnyImage)
        )
        switch end {
        case .exit(WorkerStatus.refused)?: return .refused
        case .exit(WorkerStatus.possible)?, .exit(0)?: return .possible
        case .signal?: return .killed
        default: return .untried
        }
    }
}
