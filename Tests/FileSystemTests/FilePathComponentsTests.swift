import FileSystem
import Testing

/// Paths are taken apart at their slashes and their last dot, byte for byte.
struct FilePathComponentsTests {
    @Test(arguments: [
        ("a/b/c.png", ["a", "b", "c.png"]), ("a.png", ["a.png"]), ("/a//b/", ["a", "b"]),
        ("./a", [".", "a"]), ("", []), ("/", []),
    ])
    func `components are the names between slashes`(_ path: String, _ names: [String]) {
        #expect(FilePath(path).components == names.map { FilePath($0) })
    }

    @Test(arguments: [
        ("a", true), ("a b", true), ("...", true), (".a", true), ("é", true),
        ("", false), (".", false), ("..", false), ("a/b", false), ("/", false),
    ])
    func `a plain name is one that a folder can hold`(_ path: String, _ isPlain: Bool) {
        #expect(FilePath(path).isPlainName == isPlain)
    }

    @Test
    func `a name with a zero is not plain: C would read only what stands before it`() {
        #expect(!FilePath(bytes: [0x61, 0, 0x62]).isPlainName)
    }

    @Test(arguments: [
        ("a/b/c.png", "a/b"), ("a/b", "a"), ("a", nil), ("", nil), ("/", nil), ("/a", nil),
        ("a/b/", "a"), ("a/", nil), ("/a/b", "/a"), ("../a", ".."),
    ])
    func `the parent is what stands before the last name`(_ path: String, _ parent: String?) {
        #expect(FilePath(path).parent == parent.map { FilePath($0) })
    }

    @Test(arguments: [
        ("a.png", "a"), ("a.tar.gz", "a.tar"), ("d.d/a", "d.d/a"), (".png", ".png"), ("a.", "a"),
        ("d/.png", "d/.png"), ("", ""),
    ])
    func `the extension is left out with its dot`(_ path: String, _ stem: String) {
        #expect(FilePath(path).withoutFileNameExtension == FilePath(stem))
    }

    @Test
    func `bytes that form no character stay`() {
        let path = FilePath(bytes: [0xFF, 0x2F, 0xFE, 0x2E, 0xFD])
        #expect(path.components.map(\.bytes) == [[0xFF], [0xFE, 0x2E, 0xFD]])
        #expect(
            path.withoutFileNameExtension.appendingText("-2").bytes == [
                0xFF, 0x2F, 0xFE, 0x2D, 0x32,
            ]
        )
    }
}
