import FileSystem
import Testing

/// Files are read whole, in parts and up to a limit.
struct OpenFileTests {
    static let content: [UInt8] = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 7 >> 3) }

    @Test(arguments: [0, 1, 1_048_575, 1_048_576, 1_048_577, 3_000_000])
    func `the remainder is all there is`(byteCount: Int) throws {
        let folder = try TemporaryFolder()
        let bytes = Array(Self.content.prefix(byteCount))
        let path = try folder.write(bytes, to: FilePath("a"))
        #expect(try OpenFile(reading: path).remainder(upTo: 10_000_000) == bytes)
    }

    @Test(arguments: [(9, true), (10, false), (11, false)])
    func `a limit on the remainder is inclusive`(limit: Int, isTooLarge: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(Self.content.prefix(10)), to: FilePath("a"))
        let file = try OpenFile(reading: path)
        let result = Result { () throws(FileError) in try file.remainder(upTo: limit) }
        #expect(
            result == (isTooLarge ? .failure(.tooLarge) : .success(Array(Self.content.prefix(10))))
        )
    }

    @Test
    func `a name with a zero in it is that of no file`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1], to: FilePath("a"))
        let longer = FilePath(bytes: path.bytes + [0] + Array("b".utf8))
        #expect(throws: FileError.missing) { _ = try OpenFile(reading: longer) }
        #expect(throws: FileError.missing) { _ = try FileStatus(of: longer) }
    }

    @Test
    func `parts follow each other`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1, 2, 3, 4, 5], to: FilePath("a"))
        let file = try OpenFile(reading: path)
        #expect(try file.bytes(upTo: 2) == [1, 2])
        #expect(try file.bytes(upTo: 0) == [])
        #expect(try file.remainder(upTo: 2 + 1) == [3, 4, 5])
        #expect(try file.bytes(upTo: 2) == [])
    }

    @Test(arguments: [0, 1, 65_536, 2_999_999, 3_000_000])
    func `the remainder follows what was read before`(byteCount: Int) throws {
        let folder = try TemporaryFolder()
        let file = try OpenFile(reading: folder.write(Self.content, to: FilePath("a")))
        var bytes = try file.bytes(upTo: byteCount)
        try file.appendRemainder(to: &bytes, upTo: 3_000_000)
        #expect(bytes == Self.content)
    }

    @Test(arguments: [(2, true), (4, true), (9, true), (10, false)])
    func `a limit counts what was read before`(limit: Int, isTooLarge: Bool) throws {
        let folder = try TemporaryFolder()
        let path = try folder.write(Array(Self.content.prefix(10)), to: FilePath("a"))
        let file = try OpenFile(reading: path)
        var bytes = try file.bytes(upTo: 4)
        let result = Result { () throws(FileError) in
            try file.appendRemainder(to: &bytes, upTo: limit)
        }
        #expect(result.failure == (isTooLarge ? .tooLarge : nil))
    }

    @Test
    func `what says it is empty is read all the same`() throws {
        // proc(5): files there have a length of 0.
        let file = try OpenFile(reading: FilePath("/proc/self/cmdline"))
        #expect(try file.status().byteCount == 0)
        #expect(try !file.remainder(upTo: 1_000_000).isEmpty)
    }

    @Test(arguments: [
        ("missing", "No such file or directory"), ("a/below-a-file", "Not a directory"),
        ("loop", "Too many levels of symbolic links"), ("dangling", "No such file or directory"),
    ])
    func `what cannot be opened is named as C names it`(_ name: String, _ message: String) throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: FilePath("a"))
        try folder.createLink("loop", to: "loop")
        try folder.createLink("dangling", to: "nowhere")
        let path = folder.file(FilePath(name))
        let error = #expect(throws: FileError.self) { _ = try OpenFile(reading: path) }
        #expect(error?.description == message)
    }

    @Test
    func `a folder opens and is no file`() throws {
        let folder = try TemporaryFolder()
        let file = try OpenFile(reading: folder.path)
        #expect(try file.status().kind == .directory)
        #expect(throws: FileError.isDirectory) { try file.bytes(upTo: 1) }
    }

    @Test
    func `files are closed: thousands are opened one after the other`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1], to: FilePath("a"))
        for _ in 0..<20_000 { _ = try OpenFile(reading: path) }
        #expect(try OpenFile(reading: path).bytes(upTo: 2) == [1])
    }
}

extension Result {
    /// Why it failed; nil where it did not.
    fileprivate var failure: Failure? {
        guard case .failure(let failure) = self else { return nil }
        return failure
    }
}
