import FileSystem
import Foundation
import PreflightCore
import WorkerCodec

/// The programs that are built beside the tests.
enum BuiltPrograms {
    /// The worker with libvips.
    static var worker: WorkerProgram { WorkerProgram(at: path(of: WorkerProgram.name)) }

    static func path(of name: String) -> FilePath {
        let bundles = [Bundle.main] + Bundle.allBundles
        let folders = bundles.flatMap { bundle in
            [bundle.bundleURL, bundle.bundleURL.deletingLastPathComponent()]
        }
        let files = folders.map { FilePath($0.appending(path: name).path(percentEncoded: false)) }
        return files.first(where: \.isProgram) ?? FilePath(name)
    }
}

/// The double, which has its faults by the names that it is started under.
enum Double {
    /// The last bytes of a file at which the fault happens.
    static let trigger: [UInt8] = [0xBA, 0xD0, 0xF1, 0x1E]

    /// Runs `body` with a codec over the double that has this fault.
    static func with(
        _ fault: String,
        options: WorkerOptions = WorkerOptions(timeoutSeconds: 60),
        _ body: (WorkerCodec) throws -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "imgcheck-tests-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let link = folder.appending(path: fault).path(percentEncoded: false)
        try FileManager.default.createSymbolicLink(
            atPath: link,
            withDestinationPath: BuiltPrograms.path(of: "codec-double").text
        )
        try body(WorkerCodec(program: WorkerProgram(at: FilePath(link)), options: options))
    }
}
