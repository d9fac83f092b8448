import FileSystem
import Foundation
import Testing

@testable import imgcheck

/// A run that is interrupted leaves whole files only, and the next one clears away what it left.
struct OutputInterruptionTests {
    static let stale = ".imgcheck-0123456789abcdef.tmp"

    /// What does not look like a temporary file of this program, or not enough.
    static let strangers = [
        ".imgcheck-0123456789abcde.tmp", ".imgcheck-0123456789abcdef0.tmp", ".imgcheck-.tmp",
        ".imgcheck-0123456789abcdeg.tmp", ".imgcheck-0123456789ABCDEF.tmp",
        "imgcheck-0123456789abcdef.tmp", ".imgcheck-0123456789abcdef", ".other.tmp", "a.png",
    ]

    @Test
    func `what an interrupted run left is removed, and nothing else`() throws {
        let scene = try OutputScene()
        for name in Self.strangers + [Self.stale] {
            try scene.write([1], to: "out/\(name)")
            try scene.write([1], to: "out/sub/\(name)")
            try scene.write([1], to: "out/untouched/\(name)")
        }
        try scene.outputs().write([2], to: FilePath("sub/b.png"))
        #expect(try Set(scene.names()) == Set(Self.strangers + ["sub", "untouched"]))
        #expect(try Set(scene.names(in: "out/sub")) == Set(Self.strangers + ["b.png"]))
        #expect(try scene.names(in: "out/untouched").contains(Self.stale))
    }

    @Test
    func `what another run is writing is left alone`() throws {
        let scene = try OutputScene()
        try scene.write([], to: "out/a.png")
        let folder = try OpenFolder(scene.file("out"))
        do {
            let file = try folder.createFile(named: FilePath(Self.stale))
            #expect(try file.lockIfFree())
            try scene.outputs().write([2], to: FilePath("b.png"))
            #expect(try scene.names() == [Self.stale, "a.png", "b.png"])
        }
        // A process that another test starts at this moment shares the lock until it runs.
        for attempt in 0..<50 where try scene.names().contains(Self.stale) {
            if attempt > 0 { usleep(100_000) }
            try scene.outputs().write([2], to: FilePath("c\(attempt).png"))
        }
        #expect(try !scene.names().contains(Self.stale))
        #expect(try scene.names().contains("a.png"))
    }

    @Test
    func `links, folders and inputs of such a name are left alone`() throws {
        let scene = try OutputScene()
        let names = (1...3).map { ".imgcheck-000000000000000\($0).tmp" }
        try scene.write([1], to: "out/target")
        try scene.link("out/\(names[0])", to: "target")
        try OpenFolder.create(scene.file("out/\(names[1])"))
        try scene.write([1], to: "out/\(names[2])")
        try scene.outputs(protecting: ["out/\(names[2])"]).write([2], to: FilePath("a.png"))
        #expect(try scene.names() == names + ["a.png", "target"])
    }

    @Test
    func `after a stop nothing is written`() throws {
        let scene = try OutputScene()
        let outputs = try scene.outputs()
        try outputs.write([1], to: FilePath("a.png"))
        outputs.stop()
        #expect(throws: OutputError.stopped(scene.file("out/b.png"))) {
            try outputs.write([1], to: FilePath("b.png"))
        }
        #expect(try scene.names() == ["a.png"])
    }

    @Test(arguments: 1...10)
    func `SIGTERM in the middle leaves whole files only`(round: Int) async throws {
        let scene = try OutputScene()
        let root = scene.file("out").text
        await #expect(processExitsWith: .exitCode(2)) { [root = root as String, round] in
            let outputs = try OutputFolder(
                root: FilePath(root),
                protecting: [],
                replacesFiles: false
            )
            try TerminationSignals.endProcess(status: 2) { _ in outputs.stop() }
            await Self.writeUntilInterrupted(outputs) { count in
                guard count == round else { return }
                kill(getpid(), SIGTERM)
            }
        }
        let names = try scene.names()
        #expect(names.count >= round)
        #expect(names.allSatisfy { $0.hasSuffix(".png") })
        for name in names {
            #expect(try scene.bytes(of: "out/\(name)").count == Self.byteCount, "\(name)")
        }
    }

    @Test
    func `SIGKILL in the middle leaves whole files, and the next run clears the rest`() async throws
    {
        let scene = try OutputScene()
        let root = scene.file("out").text
        await #expect(processExitsWith: .signal(SIGKILL)) { [root = root as String] in
            let outputs = try OutputFolder(
                root: FilePath(root),
                protecting: [],
                replacesFiles: false
            )
            Thread.detachNewThread { Self.killWhenTemporary(in: FilePath(root)) }
            await Self.writeUntilInterrupted(outputs) { _ in }
        }
        let left = try scene.names()
        #expect(left.contains { $0.hasPrefix(".imgcheck-") && $0.hasSuffix(".tmp") })
        for name in left where name.hasSuffix(".png") {
            #expect(try scene.bytes(of: "out/\(name)").count == Self.byteCount, "\(name)")
        }
        try scene.outputs().write([1], to: FilePath("next.png"))
        #expect(try scene.names().allSatisfy { $0.hasSuffix(".png") })
    }

    static let byteCount = 4_000_000

    /// Writes outputs in four threads until the process is ended.
    private static func writeUntilInterrupted(
        _ outputs: OutputFolder,
        _ note: @escaping @Sendable (_ count: Int) -> Void
    ) async {
        let bytes = [UInt8](repeating: 7, count: byteCount)
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    for number in 1... {
                        try? outputs.write(bytes, to: FilePath("\(writer)-\(number).png"))
                        if writer == 0 { note(number) }
                    }
                }
            }
        }
    }

    /// Ends the process as nothing can prevent, as soon as a temporary file is there.
    private static func killWhenTemporary(in root: FilePath) {
        while true {
            let names = (try? DirectoryListing.names(in: root)) ?? []
            guard names.contains(where: { $0.text.hasSuffix(".tmp") }) else { continue }
            kill(getpid(), SIGKILL)
        }
    }
}
