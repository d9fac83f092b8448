internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// An open file that waits to be read by whoever comes first.
public final class HeldFile: Sendable {
    private let file: Mutex<OpenFile?>

    /// Keeps a file open until it is taken, or this goes.
    public init(_ file: consuming sending OpenFile) {
        self.file = Mutex(file)
    }

    /// The file, once; nil where somebody has it.
    public func take() -> OpenFile? {
        file.withLock { $0.take() }
    }

    /// How many files may well be held at a time: a small part of what the system allows.
    ///
    /// The corresponding C function is `getrlimit()` with `RLIMIT_NOFILE`.
    public static var reasonableCount: Int {
        var limit = rlimit()
        #if canImport(Glibc)
        let status = unsafe getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit)
        #else
        let status = unsafe getrlimit(RLIMIT_NOFILE, &limit)
        #endif
        guard status == 0 else { return 0 }
        return Int(min(limit.rlim_cur / 8, 64))
    }
}
