internal import CVips
internal import PreflightCore
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// What libvips writes to its log, kept away from the process's standard error.
///
/// Some failures leave libvips' error text empty and say what is wrong only here.
final class VipsLog: Sendable {
    /// The log of the call that is running in this thread, if any.
    @TaskLocal private static var current: VipsLog?

    private let lines = Mutex<[String]>([])

    /// The lines so far, as one.
    var text: String { lines.withLock { ErrorDetail.oneLine($0) } }

    /// Runs `body`, whose libvips calls write to this log.
    ///
    /// The log belongs to the calling thread, so libvips must do its work there.
    func collect<Value>(
        _ body: () throws(CodecError) -> Value
    ) throws(CodecError) -> Value {
        try Self.$current.withValue(self) { Result(catching: body) }.get()
    }

    /// Runs `body`, and where libvips leaves no words for its failure takes those of this log.
    func explaining<Value>(
        _ body: () throws(CodecError) -> Value
    ) throws(CodecError) -> Value {
        do throws(CodecError) {
            return try collect(body)
        } catch {
            guard error.detail.isEmpty else { throw error }
            throw CodecError(stage: error.stage, detail: text)
        }
    }

    /// The exit status of a process that GLib has no memory left for; nil to let it abort.
    static let outOfMemoryStatus = Mutex<Int32?>(nil)

    /// Ends the process before GLib does, where it says that memory could not be had.
    private static func exitOutOfMemory(after message: String) {
        guard message.contains("failed to allocate"),
            let status = outOfMemoryStatus.withLock(\.self)
        else { return }
        _exit(status)
    }

    /// Routes the logs of libvips and GLib here; a line that belongs to no call is dropped.
    static func capture() {
        for domain in ["VIPS", "GLib", "GLib-GObject"] {
            unsafe cvips_set_log_handler(domain) { _, level, message, _ in
                guard let message = unsafe message else { return }
                let text = unsafe String(cString: message)
                if level.rawValue & G_LOG_FLAG_FATAL.rawValue != 0 {
                    VipsLog.exitOutOfMemory(after: text)
                }
                let lines = text.split(whereSeparator: \.isNewline)
                VipsLog.current?.lines.withLock { $0 += lines.map(String.init) }
            }
        }
    }
}
