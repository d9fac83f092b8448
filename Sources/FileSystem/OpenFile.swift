#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file that is open for reading and closes with this value.
public struct OpenFile: ~Copyable, Sendable {
    private let descriptor: Int32
    private let closesAtEnd: Bool

    /// Opens a file for reading.
    ///
    /// The corresponding C function is `open()`.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    public init(reading path: FilePath) throws(FileError) {
        try self.init(path, flags: O_RDONLY | O_CLOEXEC)
    }

    /// Opens a file for reading, and does not wait where a pipe without a writer stands there.
    ///
    /// The corresponding C function is `open()` with `O_NONBLOCK`, which means nothing for files.
    ///
    /// - Throws: ``FileError`` as the C function reports it.
    public init(readingWithoutWaiting path: FilePath) throws(FileError) {
        try self.init(path, flags: O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
    }

    private init(_ path: FilePath, flags: Int32) throws(FileError) {
        let opened = unsafe open(path.cString, flags)
        guard opened >= 0 else { throw .last }
        descriptor = opened
        closesAtEnd = true
    }

    private init(borrowing descriptor: Int32) {
        self.descriptor = descriptor
        closesAtEnd = false
    }

    /// The process's standard input, which stays open.
    public static var standardInput: OpenFile { OpenFile(borrowing: STDIN_FILENO) }

    deinit {
        if closesAtEnd { close(descriptor) }
    }
}

extension OpenFile {
    /// What the file system knows of the open file.
    ///
    /// The corresponding C function is `fstat()`.
    public func status() throws(FileError) -> FileStatus {
        var raw = stat()
        guard unsafe fstat(descriptor, &raw) == 0 else { throw .last }
        return FileStatus(raw)
    }

    /// The first bytes of a regular file, which are read again by whoever reads it then.
    ///
    /// The corresponding C function is `pread()`, repeated until it has them all.
    ///
    /// - Parameter byteCount: How many bytes; of a shorter file all come.
    /// - Returns: The bytes.
    /// - Throws: ``FileError`` as the C function reports it.
    public func beginning(upTo byteCount: Int) throws(FileError) -> [UInt8] {
        var failure: FileError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            while count < buffer.count {
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count...])
                let place = off_t(count)
                let received = unsafe pread(descriptor, rest.baseAddress, rest.count, place)
                if received < 0 && errno == EINTR { continue }
                if received < 0 { failure = .last }
                guard received > 0 else { return }
                count += received
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// The next `byteCount` bytes, or as many as are left.
    ///
    /// The corresponding C function is `read()`, repeated until it has them all.
    ///
    /// - Throws: ``FileError`` as the C function reports it; ``FileError/isDirectory`` for a
    ///   folder.
    public func bytes(upTo byteCount: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        try append(upTo: byteCount, to: &bytes)
        return bytes
    }

    /// Adds the next `byteCount` bytes, or as many as are left, without a copy of them.
    private func append(upTo byteCount: Int, to bytes: inout [UInt8]) throws(FileError) {
        try bytes.append(addingCapacity: byteCount) { output throws(FileError) in
            try unsafe output.withUnsafeMutableBufferPointer { buffer, count throws(FileError) in
                while count < byteCount {
                    let rest = unsafe UnsafeMutableBufferPointer(
                        rebasing: buffer[count..<byteCount]
                    )
                    let received = unsafe read(descriptor, rest.baseAddress, rest.count)
                    if received < 0 && errno == EINTR { continue }
                    guard received >= 0 else { throw .last }
                    guard received > 0 else { return }
                    count += received
                }
            }
        }
    }

    /// What can be read at once, at most `byteCount` bytes; waits only while there is nothing.
    ///
    /// The corresponding C function is `read()`.
    ///
    /// - Returns: The bytes; none at the end.
    /// - Throws: ``FileError`` as the C function reports it.
    public func availableBytes(upTo byteCount: Int) throws(FileError) -> [UInt8] {
        var failure: FileError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            var received = -1
            repeat {
                received = unsafe read(descriptor, buffer.baseAddress, buffer.count)
            } while received < 0 && errno == EINTR
            if received < 0 { failure = .last }
            count = max(0, received)
        }
        if let failure { throw failure }
        return bytes
    }

    /// All that is left to read, for files whose length need not be known.
    ///
    /// - Parameter limit: The most bytes that are taken.
    /// - Returns: The bytes, at most `limit` of them; empty at the end of the file.
    /// - Throws: ``FileError``; ``FileError/tooLarge`` where more than `limit` are left.
    public func remainder(upTo limit: Int) throws(FileError) -> [UInt8] {
        var bytes: [UInt8] = []
        try appendRemainder(to: &bytes, upTo: limit)
        return bytes
    }

    /// Adds all that is left to read to the bytes that were read before.
    ///
    /// - Parameters:
    ///   - bytes: The file up to where it is read next; brought up to its end.
    ///   - limit: The most bytes that may come together.
    /// - Throws: ``FileError``; ``FileError/tooLarge`` where they are more than `limit`.
    public func appendRemainder(to bytes: inout [UInt8], upTo limit: Int) throws(FileError) {
        let status = try status()
        let expected = status.kind == .regular ? status.byteCount : 0
        while bytes.count <= limit {
            // One more than is expected shows the end without another piece.
            let left = expected - bytes.count + 1
            let wanted = min(left > 1 ? left : Self.pieceByteCount, limit - bytes.count + 1)
            let end = bytes.count + wanted
            try append(upTo: wanted, to: &bytes)
            guard bytes.count == end else { return }
        }
        throw .tooLarge
    }

    /// How much is read at a time from what has no known length.
    private static let pieceByteCount = 1 << 20
}
