import Fixtures
import Foundation
import Testing

/// When something goes wrong inputs are what they were, and what is written is whole.
struct FixFaultTests {
    @Test
    func `an output that is there stays, unless --force`() throws {
        let scene = try FixScene(["a.jpg": .jpegOrientation6, "b.png": .pngRGB8])
        try scene.write([1, 2, 3], to: "out/a.jpg")
        let run = try scene.fix("in/a.jpg", "in/b.png")
        #expect(run.status == 2)
        #expect(run.output.contains("out/a.jpg"))
        #expect(try scene.bytes(of: "out/a.jpg") == [1, 2, 3])
        #expect(scene.files() == ["a.jpg", "b.png"])

        let forced = try scene.fix("--force", "in/a.jpg", "in/b.png")
        #expect(forced.status == 0)
        #expect(try scene.bytes(of: "out/a.jpg").count > 3)
        #expect(scene.files() == ["a.jpg", "b.png"])
    }

    @Test(arguments: ["in", "in/", "./in/../in", "link", "link/."], [false, true])
    func `an input is never touched`(out: String, isForced: Bool) throws {
        let scene = try FixScene(["a.jpg": .jpegOrientation6, "b.png": .pngRGB8])
        try scene.link("link", to: "in")
        let force = isForced ? ["--force"] : ["--quiet"]
        let run = try scene.fix(force[0], "in/a.jpg", "link/b.png", out: out)
        #expect(run.status == 2)
        try expectInputs(of: scene, ["a.jpg": .jpegOrientation6, "b.png": .pngRGB8])
    }

    @Test
    func `nor through a link that stands where an output would`() throws {
        let scene = try FixScene(["a.jpg": .jpegOrientation6])
        try scene.write([], to: "out/.keep")
        try scene.link("out/a.jpg", to: "../in/a.jpg")
        _ = try scene.fix("--force", "in/a.jpg")
        try expectInputs(of: scene, ["a.jpg": .jpegOrientation6])
    }

    @Test
    func `an input that is gone when its turn comes`() throws {
        let scene = try FixScene(["a.png": .pngRGB8, "b.jpg": .jpegPhoto])
        let run = try scene.shell(
            """
            ls in/* > list; rm in/b.jpg
            fix --files-from list
            """
        )
        #expect(run.status == 2)
        #expect(run.output.contains("? in/b.jpg"))
        #expect(run.output.contains("No such file or directory"))
        #expect(scene.files() == ["a.png"])
    }

    // So long that something is written to it many times while it is read.
    @Test
    func `an input that changes while it is read`() throws {
        let scene = try FixScene(["a.png": .pngRGB8, "b.jpg": .jpegPhoto])
        let run = try scene.shell(
            """
            truncate -s 400M in/b.jpg
            while [ ! -e read ]; do echo x >>in/b.jpg; done & pid=$!
            fix in/a.png in/b.jpg; status=$?
            touch read; wait $pid
            exit $status
            """
        )
        #expect(run.status == 2)
        #expect(run.output.contains("? in/b.jpg"))
        #expect(run.output.contains("The file changed while it was read\n       help: try again"))
        #expect(scene.files() == ["a.png"])
    }

    @Test(arguments: ["in/a.png", "in/a.png/below", "/proc/imgcheck"])
    func `a folder that cannot be had`(out: String) throws {
        let scene = try FixScene(["a.png": .pngRGB8])
        let run = try scene.fix("in/a.png", out: out)
        #expect(run.status == 2)
        #expect(run.errors.contains(out))
        try expectInputs(of: scene, ["a.png": .pngRGB8])
    }

    @Test(.enabled(if: geteuid() != 0, "root writes everywhere"))
    func `a folder that may not be written`() throws {
        let scene = try FixScene(["a.png": .pngRGB8])
        let run = try scene.shell("mkdir out; chmod 500 out; fix in/a.png")
        #expect(run.status == 2)
        #expect(run.output.contains("Permission denied"))
        #expect(scene.files() == [])
    }

    // A signal that is ignored stays so, and the write fails instead.
    @Test
    func `a file that may not grow so long`() throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto, "b.png": .pngRGB8])
        let run = try scene.shell("trap '' XFSZ; ulimit -f 16; fix in/a.jpg in/b.png")
        #expect(run.status == 2)
        #expect(run.output.contains("File too large"))
        #expect(run.output.contains("a.jpg"))
        #expect(scene.files() == ["b.png"])
        try expectInputs(of: scene, ["a.jpg": .jpegPhoto, "b.png": .pngRGB8])
    }

    @Test(.enabled(if: FixFaultTests.mayMount, "mounting a file system takes root"))
    func `a file system that is full`() throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto, "b.png": .pngRGB8])
        let run = try scene.shell(
            """
            mkdir out; mount -t tmpfs -o size=16k tmpfs out || exit 99
            fix in/a.jpg in/b.png; status=$?
            ls -A out > left; umount out
            exit $status
            """
        )
        #expect(run.status == 2)
        #expect(run.output.contains("No space left on device"))
        #expect(run.output.contains("a.jpg"))
        #expect(String(decoding: try scene.bytes(of: "left"), as: UTF8.self) == "b.png\n")
        try expectInputs(of: scene, ["a.jpg": .jpegPhoto, "b.png": .pngRGB8])
    }

    private static var mayMount: Bool {
        let run = try? FixScene([:])
            .shell(
                "mkdir m && mount -t tmpfs tmpfs m 2>/dev/null && umount m"
            )
        return run?.status == 0
    }

    // A shell's background process ignores SIGINT, and what ignores it goes on.
    @Test(arguments: ["TERM", "HUP"])
    func `a signal in the middle leaves whole files`(signal: String) throws {
        // The large picture takes a second each time it is scaled.
        let scene = try FixScene(["a.jpg": .jpegOrientation6, "b.png": .guard15000x9999])
        let run = try scene.shell(
            """
            cd in; for n in c d e f g h i j k; do ln b.png $n.png; done; cd ..
            "$imgcheck" fix --model \(FixScene.claude) --out out --jobs 1 in/* & pid=$!
            until [ -e out/a.jpg ]; do sleep 0.02; done
            kill -\(signal) $pid; wait $pid
            """
        )
        #expect(run.status == 2)
        #expect(run.errors.contains("SIG\(signal)"))
        let written = scene.files()
        #expect(written.contains("a.jpg"))
        #expect(written.count < 11)
        #expect(written.allSatisfy { !$0.hasPrefix(".") })
        let check = try Program.run(
            ["--model", FixScene.claude, "--recursive", "out"],
            in: scene.path
        )
        #expect(check.status == 0)
        try expectInputs(of: scene, ["a.jpg": .jpegOrientation6, "b.png": .guard15000x9999])
    }

    // The list is a pipe that the program opens once it is at work, and waits for.
    @Test(arguments: ["TERM", "HUP"])
    func `a signal before anything is written`(signal: String) throws {
        let scene = try FixScene(["a.png": .pngRGB8])
        let run = try scene.shell(
            """
            mkfifo list
            "$imgcheck" fix --model \(FixScene.claude) --out out --files-from list & pid=$!
            exec 3>list
            kill -\(signal) $pid; wait $pid
            """
        )
        #expect(run.status == 2)
        #expect(run.errors == "imgcheck: stopped by SIG\(signal): nothing is written.\n")
        #expect(scene.files() == [])
    }

    private func expectInputs(of scene: FixScene, _ files: [String: Fixture]) throws {
        for (name, fixture) in files {
            let isSame = try scene.bytes(of: "in/\(name)") == fixture.bytes()
            #expect(isSame, "\(name)")
        }
        #expect(scene.files(in: "in").allSatisfy { !$0.hasPrefix(".") })
    }
}
