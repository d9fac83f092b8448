import FileSystem
import Testing

/// Files are told apart, and a change is seen.
struct FileStatusTests {
    @Test
    func `kinds`() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write([1, 2, 3], to: FilePath("a"))
        try folder.createFolder("dir")
        try folder.createLink("to-a", to: "a")
        try folder.createLink("to-dir", to: "dir")
        let link = folder.file(FilePath("to-a"))
        #expect(try FileStatus(of: file).kind == .regular)
        #expect(try FileStatus(of: file).byteCount == 3)
        #expect(try FileStatus(of: folder.file(FilePath("dir"))).kind == .directory)
        #expect(try FileStatus(of: link).kind == .regular)
        #expect(try FileStatus(of: link, followingLinks: false).kind == .link)
        #expect(try FileStatus(of: folder.file(FilePath("to-dir"))).kind == .directory)
        #expect(try FileStatus(of: FilePath("/dev/null")).kind == .other)
    }

    @Test
    func `a file is the same under two names, and no other is`() throws {
        let folder = try TemporaryFolder()
        let one = try folder.write([1], to: FilePath("one"))
        let other = try folder.write([1], to: FilePath("other"))
        try folder.createLink("link", to: "one")
        let link = folder.file(FilePath("link"))
        #expect(try FileStatus(of: one) == FileStatus(of: link))
        #expect(try FileStatus(of: one).identity != FileStatus(of: other).identity)
        #expect(try FileStatus(of: one) == OpenFile(reading: one).status())
    }

    @Test
    func `writing to a file is a change`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1], to: FilePath("a"))
        let before = try FileStatus(of: path)
        try folder.write([1, 2], to: FilePath("a"))
        let after = try FileStatus(of: path)
        #expect(before != after)
        #expect(before.identity == after.identity)
        #expect(before.modifiedNanoseconds <= after.modifiedNanoseconds)
    }

    @Test
    func `nothing there is an error`() throws {
        let folder = try TemporaryFolder()
        let path = folder.file(FilePath("missing"))
        let error = #expect(throws: FileError.self) { try FileStatus(of: path) }
        #expect(error?.description == "No such file or directory")
    }
}
