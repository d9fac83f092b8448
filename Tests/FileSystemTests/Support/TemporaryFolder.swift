import FileSystem
import Foundation

/// A folder of its own for one test, which goes with this value.
struct TemporaryFolder: ~Copyable {
    let path: FilePath
    private let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory
            .appending(path: "imgcheck-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = FilePath(url.path(percentEncoded: false))
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    /// The path of a name in the folder.
    func file(_ name: FilePath) -> FilePath { path.appending(name) }

    /// Creates a file with content, and gives its path.
    @discardableResult
    func write(_ bytes: [UInt8], to name: FilePath) throws -> FilePath {
        let path = file(name)
        try OutputFile(replacing: path).write(bytes)
        return path
    }

    /// Creates a folder in the folder.
    func createFolder(_ name: String) throws {
        try FileManager.default.createDirectory(
            at: url.appending(path: name),
            withIntermediateDirectories: false
        )
    }

    /// Creates a link in the folder.
    func createLink(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: url.appending(path: name).path(percentEncoded: false),
            withDestinationPath: target
        )
    }
}
