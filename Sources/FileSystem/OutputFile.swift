#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file that is open for writing and closes with this value.
public struct OutputFile: ~Copyable {
    let descriptor: Int32
    private let closesAtEnd: Bool

    init(descriptor: Int32, closesAtEnd: Bool) {
        self.descriptor = descriptor
        self.closesAtEnd = closesAtEnd
    }

    /// Creates a file, or empties the one that is there.
    ///
    /// The corresponding C function is `open()`.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    public init(replacing path: FilePath) throws(FileError) {
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
        let opened = unsafe open(path.cString, flags, 0o666)
        guard opened >= 0 else { throw .last }
        self.init(descriptor: opened, closesAtEnd: true)
    }

    /// The process's standard output, which stays open.
    public static var standardOutput: OutputFile {
        OutputFile(descriptor: STDOUT_FILENO, closesAtEnd: false)
    }

    /// The process's standard error, which stays open.
    public static var standardError: OutputFile {
        OutputFile(descriptor: STDERR_FILENO, closesAtEnd: false)
    }

    deinit {
        if closesAtEnd { close(descriptor) }
    }
}

extension OutputFile {
    /// Writes all of `bytes`.
    ///
    /// The corresponding C function is `write()`, repeated until nothing is left.
    ///
    /// - Throws: ``FileError`` as the C function reports it; ``FileError/closedPipe`` where nobody
    ///   reads any more, provided ``ignoreClosedPipes()`` was called.
    public func write(_ bytes: [UInt8]) throws(FileError) {
        var failure: FileError?
        unsafe bytes.withUnsafeBytes { raw in
            var written = 0
            while written < raw.count {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: raw[written...])
                let count = unsafe writeSome(descriptor, rest)
                if count < 0 && errno == EINTR { continue }
                guard count >= 0 else {
                    failure = .last
                    return
                }
                written += count
            }
        }
        if let failure { throw failure }
    }

    /// Whether the file is a terminal.
    ///
    /// The corresponding C function is `isatty()`.
    public var isTerminal: Bool { isatty(descriptor) == 1 }

    /// The columns of the terminal that the file is; nil where it is none or does not say.
    ///
    /// The corresponding C function is `ioctl()` with `TIOCGWINSZ`.
    public var columnCount: Int? {
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// Makes writing to a closed pipe an error instead of the end of the process.
    ///
    /// The corresponding C function is `signal()` with `SIGPIPE`.
    public static func ignoreClosedPipes() {
        _ = signal(SIGPIPE, SIG_IGN)
    }
}

private func writeSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    unsafe write(descriptor, bytes.baseAddress, bytes.count)
}

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

extension OutputFile {
    /// What the file system knows of the open file.
    ///
    /// The corresponding C function is `fstat()`.
    public func status() throws(FileError) -> FileStatus {
        var raw = stat()
        guard unsafe fstat(descriptor, &raw) == 0 else { throw .last }
        return FileStatus(raw)
    }

    /// Waits until what was written is on the disk.
    ///
    /// The corresponding C function is `fsync()`. Network file systems report here that
    /// there was no room.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    public func synchronise() throws(FileError) {
        guard fsync(descriptor) == 0 else { throw .last }
    }

    /// Locks the file until it is closed, be it by the end of the process, if nobody else has.
    ///
    /// The corresponding C function is `flock()` with `LOCK_EX` and `LOCK_NB`.
    ///
    /// - Returns: Whether the file is locked now; `false` where another holds the lock.
    /// - Throws: ``FileError`` where the file system has no locks.
    public func lockIfFree() throws(FileError) -> Bool {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        guard errno == EWOULDBLOCK else { throw .last }
        return false
    }

    /// Makes writing past the limit on file sizes an error, ``FileError/tooLarge``, instead of the
    /// end of the process.
    ///
    /// The corresponding C function is `signal()` with `SIGXFSZ`; the limit is `RLIMIT_FSIZE` of
    /// `setrlimit()`.
    public static func ignoreSizeLimitSignals() {
        _ = signal(SIGXFSZ, SIG_IGN)
    }
}
