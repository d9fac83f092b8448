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
