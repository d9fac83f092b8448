internal import FileSystem

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// One end of a pair of connected sockets, which closes with this object.
///
/// One task at a time may use it.
public final class Socket: Sendable {
    let descriptor: Int32

    /// Takes an open socket over.
    init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// The socket that the process was started with as its standard input.
    ///
    /// The corresponding C function is `fstat()`.
    ///
    /// - Returns: The socket, or nil where standard input is something else.
    public static var standardInput: Socket? {
        var raw = stat()
        guard unsafe fstat(STDIN_FILENO, &raw) == 0, raw.st_mode & S_IFMT == S_IFSOCK else {
            return nil
        }
        return Socket(owning: STDIN_FILENO)
    }

    /// Two sockets, of which each receives what the other sends.
    ///
    /// The corresponding C function is `socketpair()`.
    ///
    /// - Throws: `FileError` as the C function reports it.
    static func pair() throws(FileError) -> (Socket, Socket) {
        var ends: [Int32] = [-1, -1]
        #if canImport(Glibc)
        let type = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        #else
        let type = SOCK_STREAM
        #endif
        guard unsafe socketpair(AF_UNIX, type, 0, &ends) == 0 else { throw .last }
        #if canImport(Darwin)
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            var isOn: Int32 = 1
            let size = socklen_t(MemoryLayout<Int32>.size)
            _ = unsafe setsockopt(end, SOL_SOCKET, SO_NOSIGPIPE, &isOn, size)
        }
        #endif
        return (Socket(owning: above(ends[0])), Socket(owning: above(ends[1])))
    }

    /// The same open file under a number that no worker is given anything at.
    ///
    /// A process whose standard input was closed gets its number for what it opens next.
    static func above(_ descriptor: Int32) -> Int32 {
        guard descriptor <= SharedMemory.workerDescriptor else { return descriptor }
        let raised = fcntl(descriptor, F_DUPFD_CLOEXEC, SharedMemory.workerDescriptor + 1)
        close(descriptor)
        return raised
    }

    deinit {
        close(descriptor)
    }
}

extension Socket {
    /// Sends all of `bytes`.
    ///
    /// The corresponding C function is `send()`, repeated until nothing is left.
    ///
    /// - Parameters:
    ///   - bytes: What is sent.
    ///   - deadline: When to give up; nil for never.
    /// - Throws: ``TransportError``, after which some of them may have been sent.
    public func send(_ bytes: [UInt8], by deadline: Deadline?) throws(TransportError) {
        var sentCount = 0
        while sentCount < bytes.count {
            let count = unsafe bytes.withUnsafeBytes { raw in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: raw[sentCount...])
                return unsafe sendSome(descriptor, rest)
            }
            if count >= 0 {
                sentCount += count
                continue
            }
            try wait(for: Int16(POLLOUT), after: errno, by: deadline)
        }
    }

    /// Receives so many bytes.
    ///
    /// The corresponding C function is `recv()`, repeated until they are there.
    ///
    /// - Parameters:
    ///   - byteCount: How many.
    ///   - deadline: When to give up; nil for never.
    /// - Returns: The bytes.
    /// - Throws: ``TransportError``, after which some of them may be lost.
    public func receive(_ byteCount: Int, by deadline: Deadline?) throws(TransportError) -> [UInt8]
    {
        var failure: TransportError?
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            while count < byteCount {
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count..<byteCount])
                let received = unsafe recv(descriptor, rest.baseAddress, rest.count, withoutWaiting)
                if received > 0 {
                    count += received
                    continue
                }
                do throws(TransportError) {
                    guard received < 0 else { throw .closed }
                    try wait(for: Int16(POLLIN), after: errno, by: deadline)
                } catch {
                    failure = error
                    return
                }
            }
        }
        if let failure { throw failure }
        return bytes
    }

    /// Waits until there is something to receive, be it the end.
    func waitForBytes(by deadline: Deadline) throws(TransportError) {
        var count: Int32 = 0
        while count == 0 {
            count = try poll(for: Int16(POLLIN), by: deadline)
        }
    }

    /// Waits until the socket can go on, if that is all that is wrong.
    private func wait(
        for events: Int16,
        after error: Int32,
        by deadline: Deadline?
    ) throws(TransportError) {
        switch error {
        case EINTR: return
        case EAGAIN, EWOULDBLOCK: break
        case EPIPE, ECONNRESET: throw .closed
        default: throw .system(FileError(code: error))
        }
        _ = try poll(for: events, by: deadline)
    }

    /// Waits for events.
    ///
    /// The corresponding C function is `poll()`.
    ///
    /// - Returns: How many came; 0 where a signal was in the way.
    private func poll(for events: Int16, by deadline: Deadline?) throws(TransportError) -> Int32 {
        let milliseconds = deadline?.millisecondsLeft ?? -1
        guard milliseconds != 0 else { throw .late }
        let count = pollOne(descriptor, events, milliseconds)
        guard count >= 0 || errno == EINTR else { throw .system(.last) }
        return max(0, count)
    }
}

private let withoutWaiting = Int32(MSG_DONTWAIT)

#if canImport(Glibc)
private let sending = Int32(MSG_DONTWAIT) | Int32(MSG_NOSIGNAL)
#else
private let sending = Int32(MSG_DONTWAIT)
#endif

// The C functions by other names than those of the methods which call them.

private func pollOne(_ descriptor: Int32, _ events: Int16, _ milliseconds: Int32) -> Int32 {
    var waiting = pollfd(fd: descriptor, events: events, revents: 0)
    return unsafe poll(&waiting, 1, milliseconds)
}

private func sendSome(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    unsafe send(descriptor, bytes.baseAddress, bytes.count, sending)
}

extension FileError {
    /// The last error of the calling thread.
    static var last: FileError { FileError(code: errno) }
}
