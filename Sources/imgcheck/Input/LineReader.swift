internal import Dispatch
internal import FileSystem
internal import Synchronization

/// The lines of standard input, one at a time as they are asked for.
///
/// Reading waits in a thread of its own, so that the threads that decode are not kept from it.
final class LineReader: Sendable {
    private let queue = DispatchQueue(label: "imgcheck.lines")
    private let pending = Mutex(PendingLines())

    /// The next line, or nil at the end; the last may lack its newline.
    ///
    /// - Throws: ``FileError`` where standard input cannot be read.
    func next() async throws(FileError) -> InputLine? {
        let result = await withCheckedContinuation { continuation in
            queue.async {
                continuation.resume(
                    returning: Result { () throws(FileError) in
                        try self.readLine()
                    }
                )
            }
        }
        return try result.get()
    }

    private func readLine() throws(FileError) -> InputLine? {
        let result = pending.withLock { lines in
            Result { () throws(FileError) in try lines.next() }
        }
        return try result.get()
    }
}
