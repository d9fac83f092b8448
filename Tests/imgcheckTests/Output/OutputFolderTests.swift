import FileSystem
import Foundation
import Testing

@testable import imgcheck

/// Outputs are written whole, in the folders they belong to.
struct OutputFolderTests {
    static let content = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 13 >> 4) }

    @Test(arguments: [0, 1, 3_000_000])
    func `what is written is there, and nothing else`(byteCount: Int) throws {
        let scene = try OutputScene()
        let bytes = Array(Self.content.prefix(byteCount))
        let outputs = try scene.outputs()
        try outputs.write(bytes, to: FilePath("a.png"))
        #expect(try scene.bytes(of: "out/a.png") == bytes)
        #expect(try scene.names() == ["a.png"])
        #expect(outputs.path(of: FilePath("a.png")) == scene.file("out/a.png"))
    }

    @Test(arguments: ["new", "new/and/newer", "new/", "link"])
    func `the folder is created, or reached through a link`(_ root: String) throws {
        let scene = try OutputScene()
        try scene.write([], to: "elsewhere/here")
        try scene.link("link", to: "elsewhere")
        try scene.outputs(in: root).write([1], to: FilePath("a.png"))
        #expect(try scene.names(in: root).contains("a.png"))
    }

    @Test
    func `sub-folders are created and used again`() throws {
        let scene = try OutputScene()
        let outputs = try scene.outputs()
        for name in ["a/b/1.png", "a/2.png", "a/b/3.png"] {
            try outputs.write([1], to: FilePath(name))
        }
        #expect(try scene.names(in: "out") == ["a"])
        #expect(try scene.names(in: "out/a") == ["2.png", "b"])
        #expect(try scene.names(in: "out/a/b") == ["1.png", "3.png"])
    }

    @Test
    func `names need not be UTF-8`() throws {
        let scene = try OutputScene()
        let name = FilePath(bytes: [0xFF, 0x2F, 0xFE])
        try scene.outputs().write([7], to: name)
        let path = scene.file("out").appending(name)
        #expect(try OpenFile(reading: path).bytes(upTo: 2) == [7])
    }

    @Test(arguments: [(0o022, 0o644), (0o077, 0o600), (0o000, 0o666)])
    func `the mode is that of any new file`(umask mask: Int, mode: Int) async throws {
        let scene = try OutputScene()
        let root = scene.file("out").text
        await #expect(processExitsWith: .success) { [root = root as String, mask, mode] in
            umask(mode_t(mask))
            let outputs = try OutputFolder(
                root: FilePath(root),
                protecting: [],
                replacesFiles: false
            )
            try outputs.write([1], to: FilePath("a.png"))
            let attributes = try FileManager.default.attributesOfItem(atPath: root + "/a.png")
            #expect(attributes[.posixPermissions] as? Int == mode)
        }
    }

    @Test
    func `many threads write at a time`() async throws {
        let scene = try OutputScene()
        let outputs = try scene.outputs()
        let failures = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let name = FilePath("\(number % 5)/\(number).png")
                    return (try? outputs.write([UInt8(number)], to: name)) == nil
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(failures == 0)
        for number in 0..<200 {
            #expect(try scene.bytes(of: "out/\(number % 5)/\(number).png") == [UInt8(number)])
        }
        #expect(try (0..<5).allSatisfy { try scene.names(in: "out/\($0)").count == 40 })
    }

    @Test
    func `of many who want one name one gets it`() async throws {
        let scene = try OutputScene()
        let outputs = try scene.outputs()
        let writers = await withTaskGroup(of: UInt8?.self) { group in
            for number in UInt8.min..<50 {
                group.addTask {
                    let bytes = [UInt8](repeating: number, count: 10_000)
                    let isWritten = (try? outputs.write(bytes, to: FilePath("a.png"))) != nil
                    return isWritten ? number : nil
                }
            }
            return await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
        }
        let writer = try #require(writers.first)
        #expect(writers.count == 1)
        #expect(try scene.bytes(of: "out/a.png") == [UInt8](repeating: writer, count: 10_000))
        #expect(try scene.names() == ["a.png"])
    }
}
