import Fixtures
import Foundation
import Testing

/// `--output` replaces nothing that is read and nothing that is written.
struct ReportPlaceTests {
    /// The commands with what they need beside the images.
    static let commands = [["check"], ["fix", "--out", "out"], ["request", "--out", "out"]]

    private static func run(_ command: [String], _ arguments: String..., in scene: FixScene) throws
        -> Program.Run
    {
        try Program.run(
            [command[0], "--model", Example.model] + command.dropFirst() + arguments,
            in: scene.path
        )
    }

    @Test(
        arguments: commands,
        ["in/a.jpg", "./in/../in/a.jpg", "symbolic.jpg", "hard.jpg", "in/list"]
    )
    func `what is read stays`(command: [String], output: String) throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto])
        try scene.write(Array("in/a.jpg\n".utf8), to: "in/list")
        try scene.link("symbolic.jpg", to: "in/a.jpg")
        try FileManager.default.linkItem(
            atPath: "\(scene.path)/in/a.jpg",
            toPath: "\(scene.path)/hard.jpg"
        )
        let run = try Self.run(command, "--files-from", "in/list", "--output", output, in: scene)
        Case("", [], status: 64, errors: ["which is read", "Usage: imgcheck \(command[0])"])
            .verify(run)
        let isSame = try scene.bytes(of: "in/a.jpg") == Fixture.jpegPhoto.bytes()
        #expect(isSame)
        #expect(scene.files() == [])
    }

    @Test(arguments: commands, ["text", "json"])
    func `the report of an earlier run in a walked folder is no input`(
        command: [String],
        format: String
    ) throws {
        let scene = try FixScene(["a.png": .pngRGB8])
        let arguments = ["--recursive", "in", "--output", "in/report", "--format", format]
        for _ in 1...2 {
            let run = try Program.run(
                command + ["--model", Example.model] + (command.count > 1 ? ["--force"] : [])
                    + arguments,
                in: scene.path
            )
            #expect(run.status == 0)
        }
    }

    @Test(arguments: commands)
    func `an image in a walked folder is no report`(command: [String]) throws {
        let scene = try FixScene(["a": .pngRGB8, "b.png": .pngRGB8])
        let run = try Self.run(command, "--recursive", "in", "--output", "in/a", in: scene)
        Case("", [], status: 64, errors: ["replace in/a, which is read"]).verify(run)
        let isSame = try scene.bytes(of: "in/a") == Fixture.pngRGB8.bytes()
        #expect(isSame)
    }

    @Test(arguments: commands)
    func `what is on standard input stays`(command: [String]) throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto])
        let run = try Program.run(
            command + ["--model", Example.model, "--output", "in/a.jpg", "-"],
            in: scene.path,
            input: "\(scene.path)/in/a.jpg"
        )
        #expect(run.status == 64)
        let isSame = try scene.bytes(of: "in/a.jpg") == Fixture.jpegPhoto.bytes()
        #expect(isSame)
    }

    @Test(arguments: ["check", "request"])
    func `a body that is read stays`(command: String) throws {
        let scene = try RequestScene()
        let body = ExistingBody.chat(try Fixture.pngRGB8.part(mediaType: "image/png"))
        try scene.write(body, to: "body.json")
        let run = try Program.run(
            [command, "--body", "body.json", "--output", "./body.json"],
            in: scene.path
        )
        #expect(run.status == 64)
        #expect(try scene.text(of: "body.json") == body)
    }

    @Test(arguments: [
        (["fix", "--out", "out"], "out/a.jpg"), (["fix", "--out", "out/"], "./out/../out/a.jpg"),
        (["fix", "--out", "./out"], "out/a.jpg"),
        (["request", "--out", "out"], "out/request-001.json"),
        (["request", "--out", "out"], "out/request-1000.json"),
    ])
    func `where an output would go is refused before`(command: [String], output: String) throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto])
        try scene.write([], to: "out/.keep")
        let run = try Self.run(command, "in/a.jpg", "--output", output, in: scene)
        Case("", [], status: 64, errors: ["what goes into --out would both be"]).verify(run)
        #expect(scene.files() == [".keep"])
    }

    @Test(arguments: [["fix", "--out", "out"], ["request", "--out", "out"]])
    func `beside the outputs there is room`(command: [String]) throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto])
        let run = try Self.run(command, "in/a.jpg", "--output", "out/request-1.json", in: scene)
        #expect(run.status == 0)
        #expect(scene.files().count == 2)
        #expect(scene.files().contains("request-1.json"))
    }

    @Test
    func `an output whose name is known late stays too`() throws {
        let scene = try FixScene(["a.png": .jpegPhoto])
        let run = try Self.run(
            ["fix", "--out", "out"],
            "in/a.png",
            "--output",
            "out/a.jpg",
            in: scene
        )
        Case("", [], status: 2, errors: ["just written", "out/a.jpg"]).verify(run)
        let isSame = try scene.bytes(of: "out/a.jpg") == Fixture.jpegPhoto.bytes()
        #expect(isSame)
    }

    @Test(arguments: commands)
    func `an empty name is wrong usage`(command: [String]) throws {
        let scene = try FixScene(["a.jpg": .jpegPhoto])
        let run = try Self.run(command, "in/a.jpg", "--output", "", in: scene)
        Case("", [], status: 64, errors: ["--output needs the name of a file"]).verify(run)
    }
}
