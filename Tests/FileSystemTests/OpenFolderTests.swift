import FileSystem
import Foundation
import Testing

/// Folders are opened, created, looked into and changed, and links in them are not followed.
struct OpenFolderTests {
    static let name = FilePath("a")

    static let protectsHardLinks =
        getuid() == 0
        && (try? OpenFile(reading: FilePath("/proc/sys/fs/protected_hardlinks")).bytes(upTo: 1))
            == Array("1".utf8)

    @Test(arguments: ["one", "one/two/three", "one//two/", "there", "there/new", "link/new"])
    func `folders are created with those above them`(_ name: String) throws {
        let folder = try TemporaryFolder()
        try folder.createFolder("there")
        try folder.createLink("link", to: "there")
        let path = folder.file(FilePath(name))
        try OpenFolder.create(path)
        #expect(try FileStatus(of: path).kind == .directory)
        try OpenFolder.create(path)
        #expect(try OpenFolder(path).names().isEmpty)
    }

    @Test(arguments: [
        ("file/new", "Not a directory"), ("dangling/new", "No such file or directory"),
    ])
    func `a folder that cannot be is an error`(_ name: String, _ message: String) throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: FilePath("file"))
        try folder.createLink("dangling", to: "nowhere")
        let path = folder.file(FilePath(name))
        let error = #expect(throws: FileError.self) { try OpenFolder.create(path) }
        #expect(error?.description == message)
    }

    @Test(arguments: [
        ("file", FileError.notDirectory), ("missing", .missing), ("dangling", .missing),
    ])
    func `what is no folder does not open`(_ name: String, _ expected: FileError) throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: FilePath("file"))
        try folder.createLink("dangling", to: "nowhere")
        let path = folder.file(FilePath(name))
        #expect(throws: expected) { try OpenFolder(path) }
    }

    @Test
    func `a folder in a folder opens, a link to one does not`() throws {
        let folder = try TemporaryFolder()
        let open = try OpenFolder(folder.path)
        try open.createFolder(named: Self.name)
        try folder.createLink("link", to: "a")
        #expect(try open.folder(named: Self.name).names().isEmpty)
        #expect(throws: FileError.notDirectory) { try open.folder(named: FilePath("link")) }
        #expect(throws: FileError.exists) { try open.createFolder(named: FilePath("link")) }
    }

    @Test
    func `an open folder outlives its path`() throws {
        let folder = try TemporaryFolder()
        try folder.createFolder("before")
        let open = try OpenFolder(folder.file(FilePath("before")))
        try OpenFolder(folder.path).rename(FilePath("before"), replacing: FilePath("after"))
        try open.createFile(named: Self.name).write([1])
        #expect(try OpenFolder(folder.file(FilePath("after"))).names() == [Self.name])
        #expect(try open.names() == [Self.name])
    }

    @Test
    func `a file is created once, and not through a link`() throws {
        let folder = try TemporaryFolder()
        try folder.createLink("link", to: "target")
        let open = try OpenFolder(folder.path)
        try open.createFile(named: Self.name).write([1])
        #expect(throws: FileError.exists) { _ = try open.createFile(named: Self.name) }
        #expect(throws: FileError.exists) { _ = try open.createFile(named: FilePath("link")) }
        #expect(try open.names() == [Self.name, FilePath("link")])
    }

    @Test
    func `a status is that of the link or of its target`() throws {
        let folder = try TemporaryFolder()
        let path = try folder.write([1], to: Self.name)
        try folder.createLink("link", to: "a")
        let open = try OpenFolder(folder.path)
        let link = FilePath("link")
        #expect(try open.status(of: link, followingLinks: false).kind == .link)
        #expect(try open.status(of: link, followingLinks: true) == FileStatus(of: path))
        #expect(throws: FileError.missing) {
            try open.status(of: FilePath("missing"), followingLinks: true)
        }
    }

    @Test
    func `a file takes a name, or the place of what bears it`() throws {
        let folder = try TemporaryFolder()
        let old = FilePath("old")
        try folder.write([1], to: Self.name)
        try folder.write([2], to: old)
        let open = try OpenFolder(folder.path)
        #expect(throws: FileError.exists) { try open.rename(Self.name, keeping: old) }
        #expect(try OpenFile(reading: folder.file(old)).bytes(upTo: 2) == [2])
        #expect(try open.names() == [Self.name, old])
        try open.rename(Self.name, replacing: old)
        #expect(try OpenFile(reading: folder.file(old)).bytes(upTo: 2) == [1])
        try open.rename(old, keeping: FilePath("new"))
        #expect(try open.names() == [FilePath("new")])
        #expect(throws: FileError.missing) { try open.rename(old, keeping: Self.name) }
    }

    /// Linux lets nobody link a file of another (`fs.protected_hardlinks`), but rename it in a
    /// folder that all may write to: the nearest thing to a file system without hard links.
    @Test(.enabled(if: protectsHardLinks, "needs root and fs.protected_hardlinks"))
    func `without hard links a file is renamed all the same`() async throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: Self.name)
        try folder.write([2], to: FilePath("taken"))
        let path = folder.path.text
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: path)
        await #expect(processExitsWith: .success) { [path = path as String] in
            try #require(seteuid(65_534) == 0)
            let open = try OpenFolder(FilePath(path))
            #expect(throws: (any Error).self) {
                try FileManager.default.linkItem(atPath: path + "/a", toPath: path + "/b")
            }
            #expect(throws: FileError.exists) {
                try open.rename(Self.name, keeping: FilePath("taken"))
            }
            try open.rename(Self.name, keeping: FilePath("new"))
        }
        #expect(try OpenFile(reading: folder.file(FilePath("new"))).bytes(upTo: 2) == [1])
        #expect(try OpenFile(reading: folder.file(FilePath("taken"))).bytes(upTo: 2) == [2])
        #expect(try OpenFolder(folder.path).names() == [FilePath("new"), FilePath("taken")])
    }

    @Test
    func `a name that a dangling link bears is taken`() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: Self.name)
        try folder.createLink("link", to: "nowhere")
        let open = try OpenFolder(folder.path)
        #expect(throws: FileError.exists) { try open.rename(Self.name, keeping: FilePath("link")) }
    }

    @Test
    func `a name is removed, a link's without its target`() throws {
        let folder = try TemporaryFolder()
        try folder.write([1], to: Self.name)
        try folder.createLink("link", to: "a")
        let open = try OpenFolder(folder.path)
        try open.remove(FilePath("link"))
        #expect(try open.names() == [Self.name])
        try open.remove(Self.name)
        #expect(throws: FileError.missing) { try open.remove(Self.name) }
        try open.synchronise()
    }

    @Test
    func `a lock is one holder's until the file is closed`() throws {
        let folder = try TemporaryFolder()
        let open = try OpenFolder(folder.path)
        do {
            let holder = try open.createFile(named: Self.name)
            #expect(try holder.lockIfFree())
            #expect(try !open.openFile(named: Self.name).lockIfFree())
        }
        #expect(try open.openFile(named: Self.name).lockIfFree())
    }

    @Test
    func `folders are closed: thousands are opened one after the other`() throws {
        let folder = try TemporaryFolder()
        try folder.createFolder("a")
        let open = try OpenFolder(folder.path)
        for _ in 0..<5_000 { _ = try open.folder(named: Self.name).names() }
        #expect(try open.names() == [Self.name])
    }
}
