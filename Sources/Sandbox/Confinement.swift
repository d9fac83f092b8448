internal import CSandbox

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// Locks this process in for good, layer by layer; what the system lacks is told, and the rest holds.
public struct Confinement: Sendable {
    /// The most that a process may take.
    public struct Limits: Sendable, Hashable {
        /// Bytes of address space.
        public var memoryByteCount: Int
        /// Seconds of processor time, in all of its life.
        public var processorSeconds: Int
        /// Bytes of a file; no file can be opened, but memory is shared through one.
        public var fileByteCount: Int

        /// Creates limits.
        public init(memoryByteCount: Int, processorSeconds: Int, fileByteCount: Int) {
            self.memoryByteCount = memoryByteCount
            self.processorSeconds = processorSeconds
            self.fileByteCount = fileByteCount
        }
    }

    /// A layer, and why it is not in force; nil where it is.
    public struct State: Sendable, Hashable {
        /// What it is, for people.
        public var name: String
        /// What the system says against it.
        public var failure: String?
    }

    /// The layers so far.
    public private(set) var states: [State] = []

    /// Begins with nothing.
    public init() {}
}

extension Confinement {
    /// Takes what needs no warm decoder: limits, no new rights, death with the parent.
    ///
    /// The corresponding C functions are `setrlimit()` and `prctl()`.
    ///
    /// - Parameters:
    ///   - limits: The most that the process may take.
    ///   - firstClosed: The descriptors from this on are closed.
    public mutating func limit(to limits: Limits, closingFrom firstClosed: Int) {
        note(
            "limits",
            csandbox_limit(
                UInt64(limits.memoryByteCount),
                UInt64(limits.processorSeconds),
                UInt64(limits.fileByteCount)
            )
        )
        note("descriptors closed", csandbox_close_from(UInt32(firstClosed)))
        denyPrivileges()
        note("ends with its parent", csandbox_die_with_parent())
    }

    /// Denies files and all calls that decoding does not need; the last layers, after which nothing
    /// more can be opened.
    ///
    /// The corresponding system calls are `landlock_restrict_self` and `seccomp`. Landlock holds for
    /// the calling thread and those that it starts, so there may be no other yet.
    ///
    /// - Parameter openCount: The descriptors below this stay open.
    public mutating func seal(keepingDescriptorsBelow openCount: Int) {
        denyFiles()
        note("no new descriptors", csandbox_limit_descriptors(UInt64(openCount)))
        filterCalls()
    }

    /// Denies new rights, without which no layer below can be taken.
    public mutating func denyPrivileges() {
        note("no new privileges", csandbox_no_new_privileges())
    }

    /// Denies files: Landlock alone.
    public mutating func denyFiles() {
        let threadCount = csandbox_thread_count()
        guard threadCount <= 1 else {
            states.append(State(name: "Landlock", failure: "\(threadCount) threads run already"))
            return
        }
        var version: Int32 = 0
        let error = unsafe csandbox_deny_files(&version)
        note(version > 0 ? "Landlock (version \(version))" : "Landlock", error)
    }

    /// Denies calls: seccomp alone.
    public mutating func filterCalls() {
        note("seccomp", csandbox_filter_calls())
    }

    private mutating func note(_ name: String, _ error: Int32) {
        states.append(State(name: name, failure: error == 0 ? nil : Self.text(of: error)))
    }

    private static func text(of error: Int32) -> String {
        guard let text = unsafe strerror(error) else { return "error \(error)" }
        return unsafe String(cString: text)
    }
}
