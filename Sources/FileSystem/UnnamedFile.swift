#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A temporary file that has no name, so that it is gone with this value or with the process.
final class UnnamedFile: Sendable {
    private let descriptor: Int32

    /// Creates an empty file in the folder that `TMPDIR` names, else in `/tmp`.
    ///
    /// The corresponding C functions are `mkstemp()`, `fcntl()` and `unlink()`.
    ///
    /// - Throws: ``FileError`` as the C functions report it.
    init() throws(FileError) {
        var name = Self.folder.appending(FilePath("spool-XXXXXX")).cString
        descriptor = unsafe name.withUnsafeMutableBufferPointer { buffer in
            guard let start = buffer.baseAddress else { return -1 }
            let opened = unsafe mkstemp(start)
            if opened >= 0 { _ = unsafe unlink(start) }
            return opened
        }
        guard descriptor >= 0 else { throw .last }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    }

    /// Where the file is created.
    static var folder: FilePath { FilePath(inVariable: "TMPDIR") ?? FilePath("/tmp") }

    deinit {
        close(descriptor)
    }
}

extension UnnamedFile {
    /// Writes all of `bytes` from a place on.
    ///
    /// The corresponding C function is `pwrite()`, repeated until nothing is left.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    func write(_ bytes: [UInt8], at offset: Int) throws(FileError) {
        var failure: FileError?
        unsafe bytes.withUnsafeBytes { raw in
            var count = 0
            while count < raw.count {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: raw[count...])
                let place = off_t(offset + count)
                let written = unsafe pwrite(descriptor, rest.baseAddress, rest.count, place)
                if written < 0 && errno == EINTR { continue }
                guard written >= 0 else {
                    failure = .last
                    return
                }
                count += written
            }
        }
        if let failure { throw failure }
    }

    /// So many bytes from a place on.
    ///
    /// The corresponding C function is `pread()`, repeated until it has them all.
    ///
    /// - Throws: ``FileError`` as the C function reports it; ``FileError/changed`` where the file
    ///   ends before.
    func bytes(at offset: Int, count byteCount: Int) throws(FileError) -> [UInt8] {
        var failure: FileError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            while count < byteCount {
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count..<byteCount])
                let place = off_t(offset + count)
                let received = unsafe pread(descriptor, rest.baseAddress, rest.count, place)
                if received < 0 && errno == EINTR { continue }
                if received < 0 { failure = .last }
                guard received > 0 else { return }
                count += received
            }
        }
        if let failure { throw failure }
        guard bytes.count == byteCount else { throw .changed }
        return bytes
    }
}
