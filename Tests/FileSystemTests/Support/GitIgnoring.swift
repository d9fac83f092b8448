import FileSystem
import Foundation

/// A repository that is asked what it ignores.
final class GitIgnoring {
    private let folder: URL
    private let path: FilePath

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "imgcheck-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = FilePath(folder.path(percentEncoded: false))
        _ = try run(["init", "-q"], input: [])
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    static var isThere: Bool { FileManager.default.isExecutableFile(atPath: git) }

    private static let git = "/usr/bin/git"

    /// Creates a file or a folder, with the folders above it.
    func create(_ name: FilePath, isFolder: Bool) throws {
        let created = path.appending(name)
        if isFolder { return try OpenFolder.create(created) }
        if let parent = created.parent { try OpenFolder.create(parent) }
        try OutputFile(replacing: created).write([])
    }

    /// The paths of a list that the lines of an ignore file leave out.
    func ignored(by lines: [UInt8], of paths: [FilePath]) throws -> Set<FilePath> {
        try OutputFile(replacing: path.appending(FilePath(".gitignore"))).write(lines)
        let input = paths.flatMap { path in
            path.components.map(\.bytes).joined(separator: [0x2F]) + [0]
        }
        let output = try run(["check-ignore", "--no-index", "-z", "--stdin"], input: input)
        return Set(output.split(separator: 0).map { FilePath(bytes: $0) })
    }

    private func run(_ arguments: [String], input: [UInt8]) throws -> [UInt8] {
        let process = Process()
        process.executableURL = URL(filePath: Self.git)
        process.arguments =
            ["-c", "core.excludesFile=/dev/null", "-c", "core.ignoreCase=false"]
            + arguments
        process.currentDirectoryURL = folder
        let (question, answer) = (Pipe(), Pipe())
        process.standardInput = question
        process.standardOutput = answer
        process.standardError = FileHandle.nullDevice
        try process.run()
        // Both fit into the buffer of a pipe.
        try question.fileHandleForWriting.write(contentsOf: Data(input))
        try question.fileHandleForWriting.close()
        let output = try answer.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(output)
    }
}

/// Numbers that look random and are the same in every run.
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
