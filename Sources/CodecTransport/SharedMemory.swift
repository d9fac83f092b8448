internal import CTransport
internal import CodecProtocol

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A file in memory that two processes have open, which closes with this object.
///
/// It is read and written and never mapped: what the other side does to it meanwhile can give wrong
/// bytes and no more.
public final class SharedMemory: Sendable {
    let descriptor: Int32

    /// The descriptor that a worker finds it at.
    public static let workerDescriptor: Int32 = 3

    private init(owning descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Creates an empty one; nil where the system has none.
    ///
    /// The corresponding C function is `memfd_create()`.
    static func create() -> SharedMemory? {
        let descriptor = unsafe ctransport_memory_file("imgcheck")
        return descriptor < 0 ? nil : SharedMemory(owning: Socket.above(descriptor))
    }

    /// The one that the process was started with; nil where it was started without.
    public static var ofWorker: SharedMemory? {
        var raw = stat()
        guard unsafe fstat(workerDescriptor, &raw) == 0, raw.st_mode & S_IFMT == S_IFREG else {
            return nil
        }
        return SharedMemory(owning: workerDescriptor)
    }

    deinit {
        close(descriptor)
    }
}

extension SharedMemory {
    /// Writes bytes to its beginning.
    ///
    /// The corresponding C function is `pwrite()`, repeated until nothing is left.
    ///
    /// - Returns: Whether there was room.
    func write(_ bytes: [UInt8]) -> Bool {
        unsafe bytes.withUnsafeBytes { raw in
            var count = 0
            while count < raw.count {
                let rest = unsafe UnsafeRawBufferPointer(rebasing: raw[count...])
                let written = unsafe pwrite(descriptor, rest.baseAddress, rest.count, off_t(count))
                if written < 0 && errno == EINTR { continue }
                guard written > 0 else { return false }
                count += written
            }
            return true
        }
    }

    /// The first bytes.
    ///
    /// The corresponding C functions are `lseek()`, which tells the length, and `pread()`, repeated
    /// until it has them all. Both processes share the offset, which neither uses.
    ///
    /// - Throws: ``TransportError`` where it has fewer.
    func read(_ byteCount: Int) throws(TransportError) -> [UInt8] {
        guard lseek(descriptor, 0, SEEK_END) >= byteCount else { throw .malformed(.cutShort) }
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: byteCount) { buffer, count in
            while count < byteCount {
                let rest = unsafe UnsafeMutableBufferPointer(rebasing: buffer[count..<byteCount])
                let received = unsafe pread(
                    descriptor,
                    rest.baseAddress,
                    rest.count,
                    off_t(count)
                )
                if received < 0 && errno == EINTR { continue }
                guard received > 0 else { return }
                count += received
            }
        }
        guard bytes.count == byteCount else { throw .malformed(.cutShort) }
        return bytes
    }

    /// Gives its memory back to the system.
    ///
    /// The corresponding C function is `ftruncate()`.
    func empty() {
        _ = ftruncate(descriptor, 0)
    }
}
