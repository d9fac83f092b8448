internal import CodecProtocol
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore
internal import WorkerCodec

/// What was found on this machine.
struct Examination {
    /// The decoder's program; the sentence that says why there is none.
    let program: Result<WorkerProgram, WorkerError>

    /// What the decoder says of itself; the sentence that says why it does not.
    let greeting: Result<WorkerGreeting, WorkerError>

    /// What became of every escape, by the layers that were in its way; empty without a decoder.
    let attempts: [Attempt]

    /// The bounds that hold for every run.
    let bounds = Bound.all

    /// The processor cores at work.
    let processorCount = Preflight.Options.coreCount

    /// Where bytes wait that have no room in memory.
    let temporaryFolder: FilePath

    /// Why nothing can be written there; nil where it can.
    let temporaryFailure: FileError?

    /// An escape that was tried.
    struct Attempt {
        var name: EscapeAttempt
        /// The only layer in its way; nil for all of them.
        var layer: LockLayer?
        var outcome: EscapeOutcome
    }

    /// Examines the machine.
    init() {
        let program = Result { () throws(WorkerError) in try WorkerProgram.found() }
        self.program = program
        greeting = Result { () throws(WorkerError) in
            try WorkerCodec(program: try program.get()).start()
        }
        attempts = (try? program.get()).map(Self.attempts) ?? []
        temporaryFolder = Spool.folder
        temporaryFailure = Spool.failure
    }
}

extension Examination {
    /// Tries every escape out of the whole lock, and those out of one layer that it should hold.
    private static func attempts(of program: WorkerProgram) -> [Attempt] {
        let fileAttempts: [EscapeAttempt] = [.openFile, .writeFile]
        let tried: [(EscapeAttempt, LockLayer?)] =
            EscapeAttempt.allCases.map { ($0, nil) }
            + fileAttempts.map { ($0, .landlock) }
            + EscapeAttempt.allCases.map { ($0, .seccomp) }
        return tried.map { attempt, layer in
            Attempt(
                name: attempt,
                layer: layer,
                outcome: program.outcome(of: attempt, from: layer)
            )
        }
    }

    /// Whether nothing gets out of the whole lock.
    var isLocked: Bool {
        attempts.allSatisfy { $0.layer != nil || [.refused, .killed].contains($0.outcome) }
    }

    /// The exit status.
    var status: ExitStatus {
        guard (try? greeting.get()) != nil, temporaryFailure == nil else { return .unchecked }
        let lacksLayer = (try? greeting.get())?.layers.contains { !$0.failure.isEmpty } ?? true
        return isLocked && !lacksLayer ? .accepted : .refused
    }
}
