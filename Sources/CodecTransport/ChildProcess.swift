internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// A process that this one started; it is killed and reaped with this object.
public final class ChildProcess: Sendable {
    private let id: pid_t
    private let end = Mutex<End?>(nil)

    /// How a process ended.
    public enum End: Sendable, Hashable {
        /// By itself, with a status.
        case exit(Int32)
        /// By a signal.
        case signal(Int32)
        /// In a way that somebody else was told of.
        case unknown
    }

    init(_ id: pid_t) {
        self.id = id
    }

    deinit {
        kill()
    }
}

extension ChildProcess {
    /// Ends the process, if it has not ended, and waits until it is gone.
    ///
    /// The corresponding C functions are `kill()` with `SIGKILL` and `waitpid()`.
    ///
    /// - Returns: How it ended; of one that had ended already, its own end.
    @discardableResult
    public func kill() -> End {
        end.withLock { end in
            if let end { return end }
            let own = Self.wait(for: id, WNOHANG)
            if let own {
                end = own
                return own
            }
            _ = sendKill(to: id)
            let ended = Self.wait(for: id, 0) ?? .unknown
            end = ended
            return ended
        }
    }

    /// How the process ended of itself, which it is about to do; killed where it takes longer.
    public func ended(by deadline: Deadline) -> End {
        while deadline.millisecondsLeft > 0 {
            if let ended = end.withLock({ end in
                if end == nil { end = Self.wait(for: id, WNOHANG) }
                return end
            }) {
                return ended
            }
            usleep(1000)
        }
        return kill()
    }

    private static func wait(for id: pid_t, _ options: Int32) -> End? {
        var status: Int32 = 0
        var waited: pid_t
        repeat {
            waited = unsafe waitpid(id, &status, options)
        } while waited < 0 && errno == EINTR
        guard waited != 0 else { return nil }
        guard waited == id else { return .unknown }
        // The macros WIFSIGNALED and WEXITSTATUS of <sys/wait.h>.
        let signal = status & 0x7F
        return signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
    }
}

/// The C function by another name than that of the method which calls it.
private func sendKill(to id: pid_t) -> Int32 { kill(id, SIGKILL) }

extension ChildProcess.End: CustomStringConvertible {
    /// The end as a clause: `signal 11 (Segmentation fault)`.
    public var description: String {
        switch self {
        case .exit(let status): return "exit status \(status)"
        case .signal(let number):
            guard let text = unsafe strsignal(number) else { return "signal \(number)" }
            return unsafe "signal \(number) (\(String(cString: text)))"
        case .unknown: return "an unknown end"
        }
    }
}
