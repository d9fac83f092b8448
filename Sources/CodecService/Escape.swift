internal import CodecProtocol
internal import Sandbox

/// An escape that is tried out of all layers, or out of one alone.
struct Escape {
    /// What is tried.
    var attempt: EscapeAttempt

    /// What the worker was told.
    var arguments: WorkerArguments
}

extension Escape {
    /// Takes the layers, tries the escape, and gives what came of it as an exit status.
    ///
    /// `runProgram` that is possible ends with that program's status, 0.
    func status() -> Int32 {
        var confinement = Confinement()
        if arguments.layer != .nothing { confinement.denyPrivileges() }
        switch arguments.layer {
        case .landlock?: confinement.denyFiles()
        case .seccomp?: confinement.filterCalls()
        case .nothing?: break
        case nil:
            confinement.limit(to: arguments)
            confinement.seal()
        }
        let isLocked = confinement.states.allSatisfy { $0.failure == nil }
        guard arguments.layer == nil || isLocked else { return WorkerStatus.unlocked }
        return attempt.succeeds() ? WorkerStatus.possible : WorkerStatus.refused
    }
}
