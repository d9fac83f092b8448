import Fixtures
import Testing

/// What `imgcheck fix` writes, and under which names.
struct FixFilesTests {
    @Test
    func `what needs nothing is copied byte for byte`() throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto, "b.JPG": .jpegMark, "c.jpeg": .jpegGray])
        let run = try scene.fix("in/a.jpg", "in/b.JPG", "in/c.jpeg")
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(scene.files() == ["a.jpg", "b.JPG", "c.jpeg"])
        for name in scene.files() {
            let isSame = try scene.bytes(of: "out/\(name)") == scene.bytes(of: "in/\(name)")
            #expect(isSame)
        }
    }

    @Test
    func `an extension is corrected, a right one stays`() throws {
        let scene = try FixScene([
            "photo.png": .jpegPhoto, "turned.JPG": .jpegOrientation6, "none": .pngRGB8,
            "mark.jpeg": .webpLossy,
        ])
        let run = try scene.fix("in/photo.png", "in/turned.JPG", "in/mark.jpeg")
        #expect(run.status == 0)
        #expect(scene.files() == ["mark.webp", "photo.jpg", "turned.JPG"])
        let isSame = try scene.bytes(of: "out/photo.jpg") == Fixture.jpegPhoto.bytes()
        #expect(isSame)
    }

    @Test
    func `collisions are resolved in order and named`() throws {
        let scene = try FixScene([
            "x/a.png": .pngRGB8, "y/a.png": .pngGray8, "y/a.jpg": .pngGray1,
        ])
        let arguments = ["in/x/a.png", "in/y/a.png", "in/y/a.jpg"]
        let run = try scene.fix(arguments[0], arguments[1], arguments[2])
        #expect(run.status == 0)
        let names = scene.files()
        #expect(names.count == 3)
        let first = try scene.bytes(of: "out/a.png") == Fixture.pngRGB8.bytes()
        #expect(first)
        for argument in arguments.dropFirst() {
            #expect(run.errors.contains("\(argument) is written as "))
        }
        #expect(!run.errors.contains("in/x/a.png is written as "))

        let again = try scene.fix(arguments[0], arguments[1], arguments[2], out: "again")
        #expect(again.errors == run.errors)
        #expect(scene.files(in: "again") == names)
    }

    @Test
    func `sub-folders are kept`() throws {
        let scene = try FixScene([
            "a.png": .pngRGB8, "deep/a.png": .pngGray8, "deep/er/b.jpg": .jpegOrientation6,
        ])
        let run = try scene.fix("--recursive", "in")
        #expect(run.status == 0)
        #expect(scene.files() == ["a.png", "deep/a.png", "deep/er/b.jpg"])
    }

    @Test(arguments: ["ready", "./in/../in/ready", "link"])
    func `what an earlier run wrote below a walked folder is no input`(out: String) throws {
        let scene = try FixScene(["a.png": .pngRGB8, "b/c.jpg": .jpegOrientation6])
        try scene.write([], to: "in/ready/.keep")
        try scene.link("link", to: "in/ready")
        let folder = out == "ready" ? "in/ready" : out
        for _ in 1...2 {
            let run = try scene.fix("--recursive", "in", "--force", out: folder)
            #expect(run.status == 0)
            #expect(scene.files(in: "in/ready") == [".keep", "a.png", "b/c.jpg"])
        }
    }

    @Test(arguments: [
        (Fixture.jpegPhoto, "stdin.jpg"), (.pngRGB8, "stdin.png"), (.gifStill, "stdin.gif"),
    ])
    func `standard input gets the extension of what is written`(
        fixture: Fixture,
        name: String
    ) throws {
        let scene = try FixScene([:])
        let run = try Program.run(
            ["fix", "--model", Example.model, "--out", "out", "-"],
            in: scene.path,
            input: fixture.path
        )
        #expect(run.status == 0)
        #expect(scene.files() == [name])
    }

    @Test
    func `and a name of its own beside a file of that name`() throws {
        let scene = try FixScene(["stdin.png": .pngGray8])
        let run = try Program.run(
            ["fix", "--model", Example.model, "--out", "out", "-", "in/stdin.png"],
            in: scene.path,
            input: Fixture.pngRGB8.path
        )
        #expect(run.status == 0)
        #expect(scene.files() == ["stdin-2.png", "stdin.png"])
        let isSame = try scene.bytes(of: "out/stdin.png") == Fixture.pngGray8.bytes()
        #expect(isSame)
    }

    @Test
    func `what the bytes of all make of a fine image is told apart`() throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto, "b.png": .pngRGB8])
        let run = try scene.fix("--budget", "20000", "in/a.jpg", model: Example.model)
        #expect(run.status == 0)
        #expect(run.output.contains(" → in/a.jpg"))
        #expect(run.output.hasSuffix("accepted; 1 changed\n"))
        let fine = try scene.fix("in/b.png", out: "fine")
        #expect(fine.output.contains(" ✓ in/b.png"))
        #expect(fine.output.hasSuffix("accepted\n"))
    }

    @Test
    func `dropped frames are named, and kept ones are not`() throws {
        let scene = try FixScene(["a.gif": .gif3Frames, "b.png": .pngRGB8])
        let run = try scene.fix("in/a.gif", "in/b.png", model: Example.model)
        #expect(run.status == 0)
        #expect(run.errors.contains("in/a.gif: kept the first of 3 frames"))
        #expect(!run.errors.contains("b.png"))

        let kept = try scene.fix("in/a.gif", out: "kept")
        #expect(kept.status == 0)
        #expect(kept.errors == "")
        let isSame = try scene.bytes(of: "kept/a.gif") == scene.bytes(of: "in/a.gif")
        #expect(isSame)
    }

    @Test
    func `a dry run prints the plan and writes nothing`() throws {
        let scene = try FixScene(["a.jpg": .jpegOrientation6, "b.gif": .gif2Frames])
        for out in [nil, "out"] {
            let run = try scene.fix("--dry-run", "in/a.jpg", "in/b.gif", out: out)
            #expect(run.status == 0)
            #expect(run.output.contains("turn upright from orientation 6, encode as JPEG"))
            #expect(scene.files(in: "").allSatisfy { $0.hasPrefix("in/") })
        }
    }

    @Test
    func `metadata goes with what is written anew, and a position always`() throws {
        let scene = try FixScene(["a.jpg": .jpegGPS, "b.png": .pngGPS, "c.webp": .webpGPS])
        #expect(try scene.fix("in/a.jpg", "in/b.png", "in/c.webp").status == 0)
        let check = try Program.run(
            ["--model", FixScene.claude, "--strict", "out/a.jpg", "out/b.png", "out/c.webp"],
            in: scene.path
        )
        #expect(check.status == 0)
        #expect(!check.output.contains("IMG207"))
    }

    @Test(arguments: ["1", "2", "5"])
    func `runs give the same bytes, however many images at a time`(jobs: String) throws {
        let names = [
            "jpeg-orientation-6.jpg", "png-rgb16.png", "webp-orientation-6.webp", "jpeg-cmyk.jpg",
            "size-8001x200.png", "jpeg-gps.jpg", "png-icc-display-p3.png", "gif-2-frames.gif",
        ]
        let scene = try FixScene([:])
        for (folder, jobs) in [("one", "1"), ("other", jobs)] {
            let run = try Program.run(
                ["fix", "--model", FixScene.claude, "--jobs", jobs]
                    + ["--out", "\(scene.path)/\(folder)"] + names
            )
            #expect(run.status == 0)
        }
        #expect(scene.files(in: "one") == names.sorted())
        for name in names {
            let isSame = try scene.bytes(of: "one/\(name)") == scene.bytes(of: "other/\(name)")
            #expect(isSame, "\(name)")
        }
    }

    @Test(arguments: [["--each"], []])
    func `a budget holds, for each and for all`(mode: [String]) throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto, "b.png": .pngRGB8])
        let run = try Program.run(
            ["fix", "--model", Example.model, "--out", "out", "--budget", "15000"] + mode
                + ["in/a.jpg", "in/b.png"],
            in: scene.path
        )
        #expect(run.status == 0)
        #expect(scene.files().count == 2)
        let written = try scene.files().map { try scene.bytes(of: "out/\($0)").count }
        let limited = mode.isEmpty ? written.reduce(0, +) : written.max() ?? 0
        #expect(limited * 4 / 3 < 15_000)
        #expect(limited > 9_000)
    }

    @Test
    func `nothing is scaled for its bytes where that is forbidden`() throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto])
        let run = try Program.run(
            ["fix", "--model", Example.model, "--out", "out", "--each", "--resize", "none"]
                + ["--budget", "12000", "--format", "json", "in/a.jpg"],
            in: scene.path
        )
        #expect(run.status == 0)
        let output = try JSONTree(report: run.output)["images"]?.elements.first?["output"]
        #expect(output?["width"] == .integer(640))
        #expect(try scene.bytes(of: "out/a.jpg").count * 4 / 3 < 12_000)
    }
}
