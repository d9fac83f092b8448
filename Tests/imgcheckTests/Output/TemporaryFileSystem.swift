import FileSystem
import Foundation

/// A small file system in memory, there while the value lives; making one takes root on Linux.
final class TemporaryFileSystem: Sendable {
    let path: FilePath

    private let folder: Scratch

    /// Whether this process may mount file systems.
    static let isAvailable = (try? TemporaryFileSystem(options: "size=64k")) != nil

    init(options: String) throws {
        folder = try Scratch()
        path = FilePath(folder.path)
        try Self.run("mount", "-t", "tmpfs", "-o", options, "tmpfs", path.text)
    }

    deinit {
        try? Self.run("umount", "--lazy", path.text)
    }

    private static func run(_ arguments: String...) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw CocoaError(.featureUnsupported) }
    }
}
