/// What a worker is told on its command line.
public struct WorkerArguments: Sendable, Hashable {
    /// The most bytes of address space.
    public var memoryByteCount: Int

    /// What is tried in place of decoding; nil to decode.
    public var attempt: EscapeAttempt?

    /// The only layer of the lock that is taken before; nil for all.
    public var layer: LockLayer?

    /// Creates arguments.
    public init(
        memoryByteCount: Int,
        attempt: EscapeAttempt? = nil,
        layer: LockLayer? = nil
    ) {
        self.memoryByteCount = memoryByteCount
        self.attempt = attempt
        self.layer = layer
    }
}

extension WorkerArguments {
    /// The arguments as words of a command line.
    public var words: [String] {
        ["memory=\(memoryByteCount)"]
            + (attempt.map { ["try=\($0.rawValue)"] } ?? [])
            + (layer.map { ["layer=\($0.rawValue)"] } ?? [])
    }

    /// Reads the words of a command line, without the program's name.
    ///
    /// - Returns: The arguments, or nil where a word is none of them or the memory is not given.
    public init?(_ words: some Sequence<String>) {
        self.init(memoryByteCount: 0)
        for word in words {
            let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, take(parts[0], parts[1]) else { return nil }
        }
        guard memoryByteCount > 0 else { return nil }
    }

    private mutating func take(_ name: String, _ value: String) -> Bool {
        switch name {
        case "memory": memoryByteCount = Int(value) ?? 0
        case "try":
            attempt = EscapeAttempt(rawValue: value)
            return attempt != nil
        case "layer":
            layer = LockLayer(rawValue: value)
            return layer != nil
        default: return false
        }
        return true
    }
}

/// What the exit status of a worker says.
public enum WorkerStatus {
    /// Nobody asks any more.
    public static let done: Int32 = 0
    /// It was started by hand; `EX_USAGE` of sysexits.h.
    public static let usage: Int32 = 64
    /// The decoder does not start; `EX_UNAVAILABLE` of sysexits.h.
    public static let unavailable: Int32 = 69
    /// What it was asked makes no sense; `EX_PROTOCOL` of sysexits.h.
    public static let malformed: Int32 = 76
    /// It ran out of memory.
    public static let outOfMemory: Int32 = 12
    /// What it tried was possible.
    public static let possible: Int32 = 20
    /// What it tried was refused.
    public static let refused: Int32 = 21
    /// The layer that it should have taken is not to be had.
    public static let unlocked: Int32 = 22
}
