import FileSystem
import Foundation
import Testing

@testable import imgcheck

/// Where there is no room, no permission or a limit, an error says so and nothing is left.
struct OutputFailureTests {
    static let megabyte = [UInt8](repeating: 7, count: 1_000_000)

    @Test(
        .enabled(
            if: TemporaryFileSystem.isAvailable,
            "needs root on Linux, to mount a small tmpfs"
        ),
        arguments: [false, true]
    )
    func `a full file system`(replacesFiles: Bool) throws {
        let full = try TemporaryFileSystem(options: "size=64k")
        let outputs = try OutputFolder(
            root: full.path,
            protecting: [],
            replacesFiles: replacesFiles
        )
        try outputs.write([1], to: FilePath("fits.png"))
        let error = #expect(throws: OutputError.self) {
            try outputs.write(Self.megabyte, to: FilePath("sub/large.png"))
        }
        let sentence =
            "\(full.path.text)/sub/large.png cannot be written: "
            + "No space left on device; make room or choose another --out."
        #expect(error?.description == sentence)
        #expect(try DirectoryListing.names(in: full.path.appending(FilePath("sub"))).isEmpty)
        try outputs.write([2], to: FilePath("sub/fits.png"))
        #expect(try DirectoryListing.names(in: full.path).map(\.text) == ["fits.png", "sub"])
    }

    @Test(
        .enabled(if: TemporaryFileSystem.isAvailable, "needs root on Linux, to mount a small tmpfs")
    )
    func `a full file system leaves the file that was to be replaced`() throws {
        let full = try TemporaryFileSystem(options: "size=64k")
        let path = full.path.appending(FilePath("a.png"))
        try OutputFile(replacing: path).write([1, 2, 3])
        let outputs = try OutputFolder(root: full.path, protecting: [], replacesFiles: true)
        #expect(throws: OutputError.self) {
            try outputs.write(Self.megabyte, to: FilePath("a.png"))
        }
        #expect(try OpenFile(reading: path).bytes(upTo: 10) == [1, 2, 3])
        #expect(try DirectoryListing.names(in: full.path).map(\.text) == ["a.png"])
    }

    @Test(
        .enabled(if: TemporaryFileSystem.isAvailable, "needs root on Linux, to mount a small tmpfs")
    )
    func `a file system without room for a name`() throws {
        let full = try TemporaryFileSystem(options: "size=64k,nr_inodes=3")
        let outputs = try OutputFolder(root: full.path, protecting: [], replacesFiles: false)
        try outputs.write([1], to: FilePath("a.png"))
        let error = #expect(throws: OutputError.self) {
            try outputs.write([1], to: FilePath("b.png"))
        }
        #expect(error?.description.contains("No space left on device; make room") == true)
        #expect(try DirectoryListing.names(in: full.path).map(\.text) == ["a.png"])
    }

    @Test(
        .enabled(if: TemporaryFileSystem.isAvailable, "needs root on Linux, to mount a small tmpfs")
    )
    func `a file system that may only be read`() throws {
        let readOnly = try TemporaryFileSystem(options: "size=64k,ro")
        let outputs = try OutputFolder(root: readOnly.path, protecting: [], replacesFiles: false)
        let sentence =
            "\(readOnly.path.text)/a.png cannot be written: "
            + "Read-only file system; choose an --out that can be written to."
        let error = #expect(throws: OutputError.self) {
            try outputs.write([1], to: FilePath("a.png"))
        }
        #expect(error?.description == sentence)
        #expect(throws: OutputError.self) { try outputs.write([1], to: FilePath("sub/a.png")) }
        let sub = readOnly.path.appending(FilePath("sub"))
        #expect(throws: OutputError.self) {
            try OutputFolder(root: sub, protecting: [], replacesFiles: false)
        }
    }

    @Test(.enabled(if: geteuid() != 0, "root may write to every folder"))
    func `a folder that may not be written to`() throws {
        let scene = try OutputScene()
        let outputs = try scene.outputs()
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o500],
            ofItemAtPath: scene.file("out").text
        )
        let error = #expect(throws: OutputError.self) {
            try outputs.write([1], to: FilePath("a.png"))
        }
        #expect(error?.description.contains("Permission denied; choose an --out") == true)
        #expect(try scene.names().isEmpty)
    }

    @Test(arguments: [(9_999, true), (10_000, false), (10_001, false)])
    func `a limit on file sizes is an error and not the end`(
        limit: Int,
        isTooLow: Bool
    ) async throws {
        let scene = try OutputScene()
        let root = scene.file("out").text
        await #expect(processExitsWith: .success) { [root = root as String, limit, isTooLow] in
            OutputFile.ignoreSizeLimitSignals()
            var limits = rlimit(rlim_cur: rlim_t(limit), rlim_max: rlim_t(limit))
            #expect(unsafe setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limits) == 0)
            let outputs = try OutputFolder(
                root: FilePath(root),
                protecting: [],
                replacesFiles: false
            )
            let result = Result { () throws(OutputError) in
                try outputs.write([UInt8](repeating: 7, count: 10_000), to: FilePath("a.png"))
            }
            let failure = OutputError.failed(outputs.path(of: FilePath("a.png")), .tooLarge)
            if isTooLow {
                #expect(throws: failure) { try result.get() }
            } else {
                try result.get()
            }
        }
        #expect(try scene.names() == (isTooLow ? [] : ["a.png"]))
    }

    @Test
    func `a name that is too long`() throws {
        let scene = try OutputScene()
        let name = FilePath(String(repeating: "x", count: 256))
        let error = #expect(throws: OutputError.self) { try scene.outputs().write([1], to: name) }
        #expect(error?.description.contains("File name too long") == true)
        #expect(try scene.names().isEmpty)
    }
}
