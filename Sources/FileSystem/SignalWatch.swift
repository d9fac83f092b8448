#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A thread that waits for a signal's number in a pipe and then ends the process.
final class SignalWatch: Sendable {
    private let readEnd: Int32
    private let lastWork: @Sendable (_ signal: String) -> Void
    private let status: @Sendable (_ signalNumber: Int32) -> Int32

    /// Creates a watch over the reading end of a pipe.
    init(
        readEnd: Int32,
        lastWork: @escaping @Sendable (_ signal: String) -> Void,
        status: @escaping @Sendable (_ signalNumber: Int32) -> Int32
    ) {
        self.readEnd = readEnd
        self.lastWork = lastWork
        self.status = status
    }

    /// Starts the thread.
    ///
    /// The corresponding C function is `pthread_create()`.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    func start() throws(FileError) {
        #if canImport(Glibc)
        var thread = pthread_t()
        #else
        var thread: pthread_t?
        #endif
        let watch = unsafe Unmanaged.passRetained(self)
        let error = unsafe pthread_create(&thread, nil, runWatch, watch.toOpaque())
        guard error == 0 else {
            unsafe watch.release()
            throw FileError(code: error)
        }
    }

    fileprivate func run() -> Never {
        var byte: UInt8 = 0
        while unsafe read(readEnd, &byte, 1) != 1 {}
        lastWork(TerminationSignals.names[Int32(byte)] ?? "a signal")
        // Other threads are at work: nothing may be torn down under them.
        _exit(status(Int32(byte)))
    }
}

#if canImport(Glibc)
private func runWatch(_ watch: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let watch = unsafe watch else { return nil }
    unsafe Unmanaged<SignalWatch>.fromOpaque(watch).takeRetainedValue().run()
}
#else
private func runWatch(_ watch: UnsafeMutableRawPointer) -> UnsafeMutableRawPointer? {
    unsafe Unmanaged<SignalWatch>.fromOpaque(watch).takeRetainedValue().run()
}
#endif
