import FileSystem
import Synchronization

/// The files of this machine, with how often each was opened.
final class CountingFiles: FileOpening {
    private let state = Mutex<[FilePath: Int]>([:])

    /// How often each file was opened until now, in no order.
    var openCounts: [Int] { state.withLock { Array($0.values) } }

    func open(_ path: FilePath) throws(FileError) -> OpenFile {
        state.withLock { $0[path, default: 0] += 1 }
        return try OpenFile(reading: path)
    }
}
