import Dispatch
import FileSystem
import Foundation
import Testing

@testable import imgcheck

/// What would harm an input, an earlier file or another folder is refused, and nothing changes.
struct OutputRefusalTests {
    /// A refusal: what is there, what is written, and what is said.
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var root = "out"
        var name = "a.png"
        let prepare: @Sendable (OutputScene) throws -> Void
        let error: @Sendable (FilePath) -> OutputError
        /// Whether `--force` lets it pass.
        var yieldsToForce = false
    }

    static let cases = [
        Case(
            testDescription: "a file is there",
            prepare: { try $0.write([9], to: "out/a.png") },
            error: OutputError.exists,
            yieldsToForce: true
        ),
        Case(
            testDescription: "a link is there",
            prepare: { scene in
                try scene.write([9], to: "elsewhere")
                try scene.write([], to: "out/other")
                try scene.link("out/a.png", to: "../elsewhere")
            },
            error: OutputError.exists,
            yieldsToForce: true
        ),
        Case(
            testDescription: "a dangling link is there",
            prepare: { scene in
                try scene.write([], to: "out/other")
                try scene.link("out/a.png", to: "nowhere")
            },
            error: OutputError.exists,
            yieldsToForce: true
        ),
        Case(
            testDescription: "a folder is there",
            prepare: { try $0.write([9], to: "out/a.png/file") },
            error: OutputError.notFile
        ),
        Case(
            testDescription: "the input itself",
            root: "in",
            prepare: { _ in },
            error: OutputError.isInput
        ),
        Case(
            testDescription: "the input under another spelling",
            root: "in/../in/.",
            prepare: { _ in },
            error: OutputError.isInput
        ),
        Case(
            testDescription: "the input through a link to its folder",
            root: "link",
            prepare: { try $0.link("link", to: "in") },
            error: OutputError.isInput
        ),
        Case(
            testDescription: "a link to the input",
            prepare: { scene in
                try scene.write([], to: "out/other")
                try scene.link("out/a.png", to: "../in/a.png")
            },
            error: OutputError.isInput
        ),
        Case(
            testDescription: "a hard link to the input",
            prepare: { scene in
                try scene.write([], to: "out/other")
                try FileManager.default.linkItem(
                    atPath: scene.file("in/a.png").text,
                    toPath: scene.file("out/a.png").text
                )
            },
            error: OutputError.isInput
        ),
    ]

    @Test(arguments: cases, [false, true])
    func `an output in the way of something is refused`(_ c: Case, replacesFiles: Bool) throws {
        let scene = try OutputScene()
        try scene.write([1, 2, 3], to: "in/a.png")
        try c.prepare(scene)
        let outputs = try scene.outputs(
            in: c.root,
            protecting: ["in/a.png"],
            replacesFiles: replacesFiles
        )
        let before = try scene.names(in: c.root)
        if replacesFiles && c.yieldsToForce {
            try outputs.write([4], to: FilePath(c.name))
            #expect(try scene.bytes(of: "\(c.root)/\(c.name)") == [4])
        } else {
            #expect(throws: c.error(outputs.path(of: FilePath(c.name)))) {
                try outputs.write([4], to: FilePath(c.name))
            }
        }
        #expect(try scene.names(in: c.root) == before)
        #expect(try scene.bytes(of: "in/a.png") == [1, 2, 3])
    }

    @Test
    func `replacing a link leaves its target alone`() throws {
        let scene = try OutputScene()
        try scene.write([9], to: "out/target")
        try scene.link("out/a.png", to: "target")
        try scene.outputs(replacesFiles: true).write([4], to: FilePath("a.png"))
        #expect(try scene.bytes(of: "out/target") == [9])
        #expect(try FileStatus(of: scene.file("out/a.png"), followingLinks: false).kind == .regular)
    }

    @Test(arguments: [false, true])
    func `a linked sub-folder is not followed`(replacesFiles: Bool) throws {
        let scene = try OutputScene()
        try scene.write([], to: "out/real/file")
        try scene.write([], to: "elsewhere/file")
        try scene.link("out/sub", to: "../elsewhere")
        try scene.link("out/inner", to: "real")
        try scene.link("out/dangling", to: "nowhere")
        let outputs = try scene.outputs(replacesFiles: replacesFiles)
        for link in ["sub", "inner", "dangling"] {
            #expect(throws: OutputError.linkedFolder(scene.file("out/\(link)"))) {
                try outputs.write([1], to: FilePath("\(link)/a.png"))
            }
        }
        #expect(throws: OutputError.notFolder(scene.file("out/real/file"))) {
            try outputs.write([1], to: FilePath("real/file/a.png"))
        }
        #expect(try scene.names(in: "elsewhere") == ["file"])
        #expect(try scene.names(in: "out/real") == ["file"])
    }

    @Test(arguments: ["../a.png", "a/../../a.png", ".", "..", "", "a/."])
    func `a name that leads out of the folder is refused`(_ name: String) throws {
        let scene = try OutputScene()
        let outputs = try scene.outputs(replacesFiles: true)
        #expect(throws: OutputError.outside(FilePath(name))) {
            try outputs.write([1], to: FilePath(name))
        }
        #expect(try scene.names(in: ".") == ["out"])
        #expect(try scene.names().isEmpty)
    }

    @Test
    func `two outputs of a run do not replace each other`() throws {
        let scene = try OutputScene()
        let outputs = try scene.outputs(replacesFiles: true)
        try outputs.write([1], to: FilePath("a.png"))
        #expect(throws: OutputError.isOutput(scene.file("out/a.png"))) {
            try outputs.write([2], to: FilePath("a.png"))
        }
        #expect(try scene.bytes(of: "out/a.png") == [1])
        try scene.outputs(replacesFiles: true).write([3], to: FilePath("a.png"))
        #expect(try scene.bytes(of: "out/a.png") == [3])
    }

    @Test(arguments: ["file", "file/sub"])
    func `a file in place of the folder is told at once`(_ root: String) throws {
        let scene = try OutputScene()
        try scene.write([9], to: "file")
        #expect(throws: OutputError.notFolder(scene.file(root))) { try scene.outputs(in: root) }
        #expect(try scene.bytes(of: "file") == [9])
    }

    @Test
    func `a file that appears while the output is written is kept`() throws {
        let scene = try OutputScene()
        let outputs = try scene.outputs()
        let isThere = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            while (try? scene.names().isEmpty) == true {}
            _ = try? scene.write([9], to: "out/a.png")
            isThere.signal()
        }
        let large = [UInt8](repeating: 7, count: 100_000_000)
        #expect(throws: OutputError.exists(scene.file("out/a.png"))) {
            try outputs.write(large, to: FilePath("a.png"))
        }
        isThere.wait()
        #expect(try scene.bytes(of: "out/a.png") == [9])
        #expect(try scene.names() == ["a.png"])
    }

    static let a = FilePath("out/a.png")

    @Test(arguments: [
        OutputError.exists(a), .isInput(a), .isOutput(a), .notFile(a), .linkedFolder(a),
        .notFolder(a), .outside(a), .stopped(a), .failed(a, .tooLarge), .failed(a, .missing),
    ])
    func `an error is one sentence that begins with the place`(_ error: OutputError) {
        #expect(error.description.hasPrefix("out/a.png "))
        #expect(error.description.hasSuffix("."))
        #expect(!error.description.dropLast().contains(". "))
    }
}
