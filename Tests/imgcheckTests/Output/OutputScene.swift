import FileSystem
import Foundation

@testable import imgcheck

/// A folder with inputs and a folder for outputs, which go with this value.
struct OutputScene {
    /// The folder that everything is in.
    let path: FilePath

    private let folder: Scratch

    init() throws {
        folder = try Scratch()
        path = FilePath(folder.path)
    }

    /// The path of a name.
    func file(_ name: String) -> FilePath { path.appending(FilePath(name)) }

    /// Writes a file, in folders that are created where they are missing.
    @discardableResult
    func write(_ bytes: [UInt8], to name: String) throws -> FilePath {
        let file = file(name)
        try OpenFolder.create(file.parent ?? path)
        try OutputFile(replacing: file).write(bytes)
        return file
    }

    /// Creates a symbolic link to a target, relative to the link's folder.
    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: file(name).text,
            withDestinationPath: target
        )
    }

    /// The folder of the outputs, opened by a run whose inputs have these names.
    func outputs(
        in name: String = "out",
        protecting inputs: [String] = [],
        replacesFiles: Bool = false
    ) throws -> OutputFolder {
        try OutputFolder(
            root: file(name),
            protecting: inputs.map { try FileStatus(of: file($0)).identity },
            replacesFiles: replacesFiles
        )
    }

    /// What a file holds.
    func bytes(of name: String) throws -> [UInt8] {
        try OpenFile(reading: file(name)).remainder(upTo: 1 << 30)
    }

    /// The names in a folder.
    func names(in name: String = "out") throws -> [String] {
        try DirectoryListing.names(in: file(name)).map(\.text)
    }
}
