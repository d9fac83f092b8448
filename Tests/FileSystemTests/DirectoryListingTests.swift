import FileSystem
import Testing

/// Names in a folder come byte for byte, in the order of their bytes.
struct DirectoryListingTests {
    static let names: [[UInt8]] = [
        Array("b.png".utf8), Array("a.png".utf8), Array("B.png".utf8), Array(".hidden".utf8),
        Array("two\nlines".utf8), Array("é".utf8), Array("e\u{301}".utf8), [0xFF], [0xE9, 0x2E],
        Array("\u{10FF41}".utf8), Array("...".utf8), [UInt8](repeating: 0x78, count: 255),
    ]

    @Test
    func `every name is there as it was given`() throws {
        let folder = try TemporaryFolder()
        for name in Self.names { try folder.write([1], to: FilePath(bytes: name)) }
        try folder.createFolder("folder")
        let expected = (Self.names + [Array("folder".utf8)])
            .sorted { $0.lexicographicallyPrecedes($1) }
        #expect(try DirectoryListing.names(in: folder.path).map(\.bytes) == expected)
    }

    @Test
    func `an empty folder has no names`() throws {
        let folder = try TemporaryFolder()
        #expect(try DirectoryListing.names(in: folder.path).isEmpty)
    }

    @Test(arguments: [("missing", "No such file or directory"), ("a", "Not a directory")])
    func `what is no folder is an error`(_ name: String, _ message: String) throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: FilePath("a"))
        let path = folder.file(FilePath(name))
        let error = #expect(throws: FileError.self) { try DirectoryListing.names(in: path) }
        #expect(error?.description == message)
    }
}
