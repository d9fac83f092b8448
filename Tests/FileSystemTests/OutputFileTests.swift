import FileSystem
import Foundation
import Testing

/// Writing is whole, or an error.
struct OutputFileTests {
    static let fullDevice = "/dev/full"

    @Test(arguments: [0, 1, 5_000_000])
    func `what is written is there`(byteCount: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = (0..<byteCount).map { UInt8(truncatingIfNeeded: $0) }
        let path = try folder.write(bytes, to: FilePath("a"))
        #expect(try OpenFile(reading: path).remainder(upTo: 10_000_000) == bytes)
    }

    @Test
    func `writes follow each other, and a new file replaces the old`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([9, 9, 9, 9], to: FilePath("a"))
        let file = try OutputFile(replacing: path)
        try file.write([1])
        try file.write([])
        try file.write([2])
        #expect(try OpenFile(reading: path).bytes(upTo: 10) == [1, 2])
    }

    @Test
    func `a name need not be UTF-8`() throws {
        let folder = try TemporaryFolder()
        let name = FilePath(bytes: [0x61, 0xFF])
        try folder.write([7], to: name)
        #expect(try OpenFile(reading: folder.file(name)).bytes(upTo: 2) == [7])
        #expect(try DirectoryListing.names(in: folder.path) == [name])
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: fullDevice), "needs /dev/full"))
    func `a full device is an error`() throws {
        let file = try OutputFile(replacing: FilePath(Self.fullDevice))
        let error = #expect(throws: FileError.self) { try file.write([1]) }
        #expect(error?.description == "No space left on device")
        // Nothing to write is nothing that fails.
        try file.write([])
    }

    @Test
    func `a closed pipe is an error and not the end`() throws {
        OutputFile.ignoreClosedPipes()
        let pipe = Pipe()
        let path = FilePath("/proc/self/fd/\(pipe.fileHandleForWriting.fileDescriptor)")
        let file = try OutputFile(replacing: path)
        try pipe.fileHandleForReading.close()
        #expect(throws: FileError.closedPipe) { try file.write([1]) }
        try pipe.fileHandleForWriting.close()
    }

    @Test(arguments: [
        ("missing/a", "No such file or directory"), ("folder", "Is a directory"),
        ("file/a", "Not a directory"),
    ])
    func `where nothing can be written is an error`(_ name: String, _ message: String) throws {
        let folder = try TemporaryFolder()
        try folder.createFolder("folder")
        try folder.write([1], to: FilePath("file"))
        let path = folder.file(FilePath(name))
        let error = #expect(throws: FileError.self) { _ = try OutputFile(replacing: path) }
        #expect(error?.description == message)
    }

    @Test
    func `a file is no terminal`() throws {
        let folder = try TemporaryFolder()
        let file = try OutputFile(replacing: folder.file(FilePath("a")))
        let isTerminal = file.isTerminal
        #expect(!isTerminal)
    }
}
