internal import Synchronization

/// Bytes kept for later: in memory while there is room, else in one temporary file without a name.
///
/// The file is gone with the last of its bytes, also where the process is ended.
public final class Spool: Sendable {
    /// The most bytes that are kept in memory.
    public let memoryByteCountAtMost: Int

    private struct State {
        var memoryByteCount = 0
        var file: UnnamedFile?
        var fileByteCount = 0
    }

    private let state = Mutex(State())

    /// Creates an empty spool.
    ///
    /// - Parameter memoryByteCountAtMost: The most bytes that are kept in memory.
    public init(memoryByteCountAtMost: Int = 1 << 23) {
        self.memoryByteCountAtMost = memoryByteCountAtMost
    }
}

extension Spool {
    /// The folder that the file is made in.
    public static var folder: FilePath { UnnamedFile.folder }

    /// Why no file can be made there; nil where one can.
    public static var failure: FileError? {
        do throws(FileError) {
            try UnnamedFile().write([0], at: 0)
            return nil
        } catch {
            return error
        }
    }

    /// Keeps bytes until the result is gone.
    ///
    /// Where they should go into the file and it does not take them, they stay in memory: what is
    /// slow is better than what fails.
    public func keep(_ bytes: [UInt8]) -> KeptBytes {
        guard !takesIntoMemory(bytes.count), let place = written(bytes) else {
            return KeptBytes(.memory(bytes), countedBy: self)
        }
        return KeptBytes(place, countedBy: nil)
    }

    /// The bytes in the file; 0 while all are in memory.
    public var fileByteCount: Int { state.withLock { $0.fileByteCount } }

    private func takesIntoMemory(_ byteCount: Int) -> Bool {
        state.withLock { state in
            let isRoom = state.memoryByteCount <= memoryByteCountAtMost - byteCount
            if isRoom { state.memoryByteCount += byteCount }
            return isRoom
        }
    }

    private func written(_ bytes: [UInt8]) -> KeptBytes.Place? {
        let reserved = state.withLock { state -> (file: UnnamedFile, offset: Int)? in
            guard let file = state.file ?? (try? UnnamedFile()) else { return nil }
            state.file = file
            defer { state.fileByteCount += bytes.count }
            return (file, state.fileByteCount)
        }
        guard let (file, offset) = reserved else { return nil }
        do throws(FileError) {
            try file.write(bytes, at: offset)
        } catch {
            return nil
        }
        return .file(file, offset: offset, byteCount: bytes.count)
    }

    fileprivate func release(_ byteCount: Int) {
        state.withLock { $0.memoryByteCount -= byteCount }
    }
}

/// Bytes that are kept, in memory or in a file.
public final class KeptBytes: Sendable {
    enum Place {
        case memory([UInt8])
        case file(UnnamedFile, offset: Int, byteCount: Int)
    }

    private let place: Place
    private let spool: Spool?

    fileprivate init(_ place: Place, countedBy spool: Spool?) {
        self.place = place
        self.spool = spool
    }

    /// Keeps bytes that somebody else holds in memory anyway.
    public init(shared bytes: [UInt8]) {
        place = .memory(bytes)
        spool = nil
    }

    deinit {
        if let spool { spool.release(byteCount) }
    }

    /// How many they are.
    public var byteCount: Int {
        switch place {
        case .memory(let bytes): bytes.count
        case .file(_, _, let byteCount): byteCount
        }
    }

    /// The bytes.
    ///
    /// - Throws: ``FileError`` where the file does not give them back.
    public func bytes() throws(FileError) -> [UInt8] {
        switch place {
        case .memory(let bytes): bytes
        case .file(let file, let offset, let byteCount):
            try file.bytes(at: offset, count: byteCount)
        }
    }
}
