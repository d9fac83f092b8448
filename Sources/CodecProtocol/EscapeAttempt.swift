/// Something that a decoder never does, and that a locked process cannot do.
public enum EscapeAttempt: String, Sendable, CaseIterable {
    /// Opening a folder to read it.
    case openFile = "open-file"
    /// Opening a file to write it.
    case writeFile = "write-file"
    /// Opening a socket.
    case openSocket = "open-socket"
    /// Running another program in this process.
    case runProgram = "run-program"
    /// Starting a process.
    case startProcess = "start-process"
    /// Reading and changing another process.
    case traceParent = "trace-parent"
    /// Sending a signal to another process.
    case signalParent = "signal-parent"
}

/// A part of the lock that can be taken alone, to see what it is worth.
public enum LockLayer: String, Sendable, CaseIterable {
    /// Landlock, rules about files.
    case landlock
    /// seccomp, a filter of system calls.
    case seccomp
    /// None, to see what is possible without a lock.
    case nothing
}
