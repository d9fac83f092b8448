import Fixtures
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
        #expect(again.output.contains("Nothing to write: all 3 copies are there already"))
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
