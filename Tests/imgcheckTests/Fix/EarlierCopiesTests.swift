import Fixtures
import Foundation
import Testing

/// A second run leaves alone what the first one wrote.
struct EarlierCopiesTests {
    private static let files: [String: Fixture] = [
        "a.jpg": .jpegPhoto, "b.jpg": .jpegGPS, "c.png": .pngRGB8,
    ]

    @Test
    func `whole copies stay, and are counted`() throws {
        let scene = try FixScene(Self.files)
        #expect(try scene.fix("in").status == 0)
        let again = try scene.fix("--skip-existing", "in")
        #expect(again.status == 0)
        #expect(again.output.contains("Nothing to write: 3 there already and left alone"))
        let json = try scene.fix("--skip-existing", "--format", "json", "in")
        #expect(json.output.contains("\"keptCount\" : 3"))
        // Without the option they are in the way.
        #expect(try scene.fix("in").status == 2)
    }

    @Test(arguments: [0, 600, 20_000])
    func `a copy in pieces is written anew`(byteCount: Int) throws {
        let scene = try FixScene(Self.files)
        #expect(try scene.fix("in").status == 0)
        let whole = try scene.bytes(of: "out/a.jpg")
        try scene.write(Array(whole.prefix(byteCount)), to: "out/a.jpg")
        let again = try scene.fix("--skip-existing", "in")
        #expect(again.status == 0)
        #expect(try scene.bytes(of: "out/a.jpg") == whole)
        #expect(
            again.output.contains(
                "1 of 3 written to out/, 24,465 bytes; 2 there already and left alone"
            )
        )
    }

    @Test
    func `one copy that stays is told too`() throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto])
        #expect(try scene.fix("in/a.jpg").status == 0)
        let again = try scene.fix("--skip-existing", "in/a.jpg")
        #expect(again.output.contains("Nothing to write: 1 there already and left alone"))
    }

    @Test(arguments: [(-1, false), (0, false), (1, true)])
    func `an input that was changed after its copy is done again`(
        secondsAfterCopy: Int,
        isDone: Bool
    ) throws {
        let scene = try FixScene(Self.files)
        #expect(try scene.fix("in").status == 0)
        let earlier = try scene.bytes(of: "out/a.jpg")
        try scene.write(Fixture.jpegProgressive.bytes(), to: "in/a.jpg")
        let copied = Date(timeIntervalSince1970: 1_700_000_000)
        try scene.modify("out/a.jpg", at: copied)
        try scene.modify("in/a.jpg", at: copied.addingTimeInterval(Double(secondsAfterCopy)))
        let again = try scene.fix("--skip-existing", "in")
        #expect(again.status == 0)
        #expect((try scene.bytes(of: "out/a.jpg") != earlier) == isDone)
        let line = isDone ? "2 there already and left alone" : "3 there already and left alone"
        #expect(again.output.contains(line), "\(again.output)")
    }

    @Test
    func `what is no image is not replaced where it is old either`() throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto])
        try scene.write(Array("a letter, not an image".utf8), to: "out/a.jpg")
        try scene.modify("out/a.jpg", at: Date(timeIntervalSince1970: 0))
        #expect(try scene.fix("--skip-existing", "in").status == 2)
        #expect(try scene.bytes(of: "out/a.jpg") == Array("a letter, not an image".utf8))
    }

    @Test
    func `what is no image is never replaced`() throws {
        let scene = try FixScene(Self.files)
        try scene.write(Array("a letter, not an image".utf8), to: "out/a.jpg")
        #expect(try scene.fix("--skip-existing", "in").status == 2)
        #expect(try scene.bytes(of: "out/a.jpg") == Array("a letter, not an image".utf8))
    }

    @Test(arguments: [["--force"], ["--tile", "auto"]])
    func `what contradicts it is refused`(option: [String]) throws {
        let scene = try FixScene(Self.files)
        let run = try Program.run(
            ["fix", "--model", FixScene.claude, "--out", "out", "--skip-existing"] + option + [
                "in"
            ],
            in: scene.path
        )
        #expect(run.status == 64)
    }
}
