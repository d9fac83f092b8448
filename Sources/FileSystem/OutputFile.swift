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
