internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The requests to end that reach a process: `SIGTERM`, `SIGINT` and `SIGHUP`.
public enum TerminationSignals {
    /// Makes a request to end run `lastWork` and then end the process at once.
    ///
    /// The work runs in a thread that does nothing else, so it may wait for locks, and it is not
    /// kept waiting by threads that are busy decoding. A signal that the process was started to
    /// ignore (`nohup`) stays ignored. The last call counts.
    ///
    /// The corresponding C functions are `signal()`, `pipe()` and `pthread_create()`. A dispatch
    /// source would do less: its queue shares the threads that decode.
    ///
    /// - Parameters:
    ///   - status: The exit status.
    ///   - interruptStatus: The exit status after `SIGINT`, which is Ctrl-C; nil for ``status``.
    ///   - lastWork: What is done before; it is given the signal's name, as in `SIGTERM`.
    /// - Throws: ``FileError`` where there is no descriptor or no thread left.
    public static func endProcess(
        status: Int32,
        interruptStatus: Int32? = nil,
        after lastWork: @escaping @Sendable (_ signal: String) -> Void
    ) throws(FileError) {
        let ends = try pipeEnds()
        let watch = SignalWatch(readEnd: ends.reading, lastWork: lastWork) { number in
            number == SIGINT ? interruptStatus ?? status : status
        }
        try watch.start()
        writeEnd.store(ends.writing, ordering: .sequentiallyConsistent)
        for number in names.keys {
            let before = signal(number, noteSignal)
            if isIgnoring(before) { _ = signal(number, SIG_IGN) }
        }
    }

    static let names: [Int32: String] = [
        SIGTERM: "SIGTERM", SIGINT: "SIGINT", SIGHUP: "SIGHUP",
    ]

    /// Where the signal handler writes; a handler can reach nothing but what is global.
    fileprivate static let writeEnd = Atomic<Int32>(-1)

    private static func pipeEnds() throws(FileError) -> (reading: Int32, writing: Int32) {
        var ends: [Int32] = [-1, -1]
        guard unsafe pipe(&ends) == 0 else { throw .last }
        return (ends[0], ends[1])
    }

    private static func isIgnoring(_ handler: (@convention(c) (Int32) -> Void)?) -> Bool {
        unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    }
}

/// Tells the watching thread of a signal.
///
/// It calls only what is safe in a handler (signal-safety(7)).
private func noteSignal(_ number: Int32) {
    let before = errno
    var byte = UInt8(truncatingIfNeeded: number)
    _ = unsafe write(TerminationSignals.writeEnd.load(ordering: .relaxed), &byte, 1)
    errno = before
}
