import Fixtures
import Testing

/// What cannot be checked is told, and stays as it is beside what is repaired.
struct KeptBodyTests {
    private static let torn = #"{"role":"user","content":"cut o"#

    private static func turn(_ mediaType: String) throws -> String {
        #"{"role":"user","content":[\#(try Fixture.pngRGB8.part(mediaType: mediaType))]}"#
    }

    @Test
    func `a torn line is kept, the others are repaired, and the status is 2`() throws {
        let wrong = try Self.turn("image/gif") + "\n\(Self.torn)\n"
        let run = try RequestScene().repair(wrong, model: Example.model)
        #expect(run.status == 2)
        #expect(run.output == (try Self.turn("image/png")) + "\n\(Self.torn)\n")
        #expect(run.errors.contains("line 2"))
        #expect(run.errors.contains("column 32"))
    }

    @Test
    func `a line that cannot be cured beside a torn one ends in the worse status`() throws {
        let cut = try Fixture.cutPngIDAT.part(mediaType: "image/png")
        let lines = #"{"role":"user","content":[\#(cut)]}"# + "\n\(Self.torn)\n"
        let run = try RequestScene().repair(lines, model: Example.model)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("Nothing was written"))
    }

    @Test(arguments: ["request", "check"])
    func `strictly, a torn line refuses the whole`(_ command: String) throws {
        let scene = try RequestScene()
        let body = try scene.write(Self.turn("image/png") + "\n\(Self.torn)", to: "body.jsonl")
        let arguments = [command, "--model", Example.model, "--body", body, "--strict"]
        let run = try Program.run(arguments, in: scene.path)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("line 2, column 32"))
    }

    @Test
    func `an image in a text is told with its path, and is left where it is`() throws {
        let base64 = try Fixture.pngRGB8.base64()
        let body = ExistingBody.chat(
            #"{"type":"text","text":"see \#(base64)"}"#,
            try Fixture.pngRGB8.part(mediaType: "image/gif")
        )
        let scene = try RequestScene()
        let failed = try scene.repair(body, model: Example.model)
        #expect(failed.status == 2)
        #expect(failed.output.isEmpty)
        #expect(failed.errors.contains("messages[0].content[0].text"))
        #expect(failed.errors.contains("the model reads it as text"))
        let omitted = try scene.repair(body, "--on-reject", "omit", model: Example.model)
        #expect(omitted.status == 2)
        #expect(omitted.output == body.replacing("image/gif", with: "image/png"))
    }

    @Test
    func `what no text can stand in for is refused, and nothing is written`() throws {
        let cut = try Fixture.cutPngIDAT.base64()
        let bodies = [
            #"{"input":[{"type":"computer_call_output","call_id":"c","output":{"type":"#
                + #""computer_screenshot","image_url":"data:image/png;base64,\#(cut)"}}]}"#
        ]
        for body in bodies {
            let run = try RequestScene().repair(body, "--on-reject", "omit", model: Example.model)
            #expect(run.status == 1)
            #expect(run.output.isEmpty)
            #expect(run.errors.contains("take it out of the body"))
        }
    }

    @Test
    func `a dialect is listed, shown, and called by its name`() throws {
        let list = try Program.run(["dialects"])
        #expect(list.status == 0)
        #expect(list.output.contains("Bedrock Converse"))
        let page = try Program.run(["dialects", "gemini"])
        #expect(page.output.contains("\"inlineData\""))
        let unknown = try Program.run(["dialects", "gemni"])
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("did you mean gemini?"))
    }

    @Test
    func `a request is written in the dialect that is wanted`() throws {
        let scene = try RequestScene()
        let image = Fixture.pngRGB8.path
        let written = try scene.request(
            ["--dialect", "converse", image],
            model: Example.model
        )
        #expect(written.status == 0)
        #expect(written.output.hasPrefix(#"{"messages":[{"content":[{"image":{"#))
        let detailed = try scene.request(
            ["--dialect", "converse", "--detail", "low", image],
            model: Example.model
        )
        #expect(detailed.status == 64)
        #expect(detailed.errors.contains("cannot say how closely the model looks"))
    }
}
