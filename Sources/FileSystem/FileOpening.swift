/// What opens files for reading: the one door to the files that are read as images.
public protocol FileOpening: Sendable {
    /// Opens a file for reading.
    ///
    /// - Throws: ``FileError`` as the file system reports it.
    func open(_ path: FilePath) throws(FileError) -> OpenFile
}

/// The files of this machine.
public struct LocalFiles: FileOpening {
    /// Creates the door to them.
    public init() {}

    /// Opens a file for reading; where a pipe stands there, nobody waits for its writer.
    public func open(_ path: FilePath) throws(FileError) -> OpenFile {
        try OpenFile(readingWithoutWaiting: path)
    }
}
