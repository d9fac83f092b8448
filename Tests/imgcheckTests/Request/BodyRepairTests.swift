import Fixtures
import Foundation
import Testing

/// `imgcheck request --body` and `check --body` on bodies that exist.
struct BodyRepairTests {
    private static func fine() throws -> String {
        try Fixture.pngRGB8.part(mediaType: "image/png")
    }

    @Test
    func `a body in which all is well comes back byte for byte`() throws {
        let body = ExistingBody.chat(ExistingBody.text, try Self.fine()) + "\n"
        let run = try RequestScene().repair(body)
        #expect(run.status == 0)
        #expect(run.output == body)
    }

    @Test
    func `of a long conversation only the poisoned image changes`() throws {
        let (before, after) = try (Self.turns(60), Self.turns(39))
        let poisoned = try Fixture.pngRGB8.part(mediaType: "image/gif")
        let (start, end) = (#"{"messages":[\#(before),{"role":"user","content":["#, "]},\(after)]}")
        let scene = try RequestScene()
        let crowded = try scene.repair(start + poisoned + end, model: RequestScene.gemma)
        #expect(crowded.status == 1, "more images than this model takes")
        let repaired = try scene.repair(start + poisoned + end, model: Example.model)
        #expect(repaired.status == 0)
        #expect(repaired.errors.contains("messages[120].content[0]"))
        #expect(repaired.output == start + (try Self.fine()) + end)
    }

    /// Questions with images, each with its answer.
    private static func turns(_ count: Int) throws -> String {
        let image = try fine()
        let turn =
            #"{"role":"user","content":[\#(ExistingBody.text),\#(image)]},"#
            + #"{"role":"assistant","content":"A \u0022gradient\u0022."}"#
        return Array(repeating: turn, count: count).joined(separator: ", ")
    }

    struct MediaType: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let part: @Sendable (String) -> String
    }

    @Test(arguments: [
        MediaType(testDescription: "another format's") { "data:image/jpeg;base64,\($0)" },
        MediaType(testDescription: "none") { "data:;base64,\($0)" },
    ])
    func `a wrong media type is named and put right`(_ c: MediaType) throws {
        let base64 = try Fixture.pngRGB8.base64()
        func body(_ url: String) -> String {
            ExistingBody.chat(#"{"image_url":{"url":"\#(url)"},"type":"image_url"}"#)
        }
        let scene = try RequestScene()
        let wrong = body(c.part(base64))
        let run = try scene.repair(wrong)
        #expect(run.status == 0)
        #expect(run.errors.contains("IMG102"))
        #expect(run.output == body("data:image/png;base64,\(base64)"))
        let checked = try Program.run(["check", "--body", "body.json"], in: scene.path)
        #expect(checked.status == 1)
        #expect(checked.output.contains("messages[0].content[0]"))
    }

    struct Malformed: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let base64: String
    }

    @Test(arguments: [
        Malformed(testDescription: "foreign characters", base64: "iVBO!!!!"),
        Malformed(testDescription: "half a group", base64: "iVBOR"),
        Malformed(testDescription: "a line break", base64: #"iVBO\nRw0K"#),
        Malformed(testDescription: "bytes that are no image", base64: "AAAA"),
    ])
    func `what is no image is refused or left out`(_ c: Malformed) throws {
        let url = "data:image/png;base64,\(c.base64)"
        let bad = #"{"type":"image_url","image_url":{"url":"\#(url)"}}"#
        let fine = try Self.fine()
        let scene = try RequestScene()
        let body = ExistingBody.chat(fine, bad, ExistingBody.text)
        let refused = try scene.repair(body)
        Case("", [], status: 1, errors: ["messages[0].content[1]", "IMG10"]).verify(refused)
        let repaired = try scene.repair(body, "--on-reject", "omit")
        #expect(repaired.status == 0)
        #expect(repaired.errors.contains("messages[0].content[1]"))
        let part = try #require(
            try JSONTree(repaired.output)["messages"]?.elements[0]["content"]?.elements[1]
        )
        #expect(part.shape == ["text string", "type string"])
        let text = try #require(part["text"]?.text)
        #expect(text == "[An image was left out here.]")
        let spelled = String(decoding: try JSONEncoder.plain.encode(text), as: UTF8.self)
        let standIn = #"{"type":"text","text":\#(spelled)}"#
        #expect(repaired.output == ExistingBody.chat(fine, standIn, ExistingBody.text))
    }

    @Test
    func `the JSON report names what is malformed`() throws {
        let body = ExistingBody.chat(
            #"{"type":"image_url","image_url":{"url":"data:image/png;base64,!"}}"#
        )
        let scene = try RequestScene()
        try scene.write(body, to: "body.json")
        let run = try Program.run(["--body", "body.json", "--format", "json"], in: scene.path)
        #expect(run.status == 1)
        let image = try JSONTree(report: run.output)["images"]?.elements.first
        #expect(image?["findings"]?.elements.map { $0["code"]?.text } == ["IMG105"])
    }

    @Test
    func `an address is not fetched, and passed by where that is allowed`() throws {
        let remote = #"{"type":"image_url","image_url":{"url":"https://localhost:1/a.png"}}"#
        let body = ExistingBody.chat(remote, try Self.fine())
        let scene = try RequestScene()
        let failed = try scene.repair(body)
        Case("", [], status: 2, errors: ["messages[0].content[0]", "--remote ignore"])
            .verify(failed)
        #expect(try scene.repair(body, "--on-reject", "omit").status == 2)
        let passed = try scene.repair(body, "--remote", "ignore")
        #expect(passed.status == 0)
        #expect(passed.output == body)
    }

    @Test(arguments: ["", "nope", "[1]", #"{"messages":[]"#, #"{"model":"\#u{1}"}"#, "{}{}"])
    func `what is no body is status 2`(text: String) throws {
        let run = try RequestScene().repair(text, model: Example.model)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors.hasPrefix("imgcheck: "))
    }

    @Test
    func `a body without messages is of no known interface`() throws {
        let run = try RequestScene().repair(#"{"prompt":"x"}"#, model: Example.model)
        Case("", [], status: 2, errors: ["There is no body with messages"]).verify(run)
    }

    @Test
    func `a body that is not there is status 2`() throws {
        let run = try RequestScene().request(["--body", "nothing.json"])
        Case("", [], status: 2, errors: ["nothing.json"]).verify(run)
    }

    @Test
    func `the model of the body counts, and the one of the command line more`() throws {
        let six = Array(repeating: try Self.fine(), count: 6).joined(separator: ",")
        let scene = try RequestScene()
        let named = ExistingBody.chat(six, model: RequestScene.gemma)
        Case("", [], status: 1, errors: [RequestScene.gemma, "REQ401"])
            .verify(try scene.repair(named))
        #expect(try scene.repair(named, model: Example.model).output == named)
        let unknown = ExistingBody.chat(six, model: "gpt-unheard-of")
        #expect(try scene.repair(unknown).status == 64)
        #expect(try scene.repair(unknown, model: Example.model).output == unknown)
        #expect(try scene.repair(#"{"messages":[]}"#).status == 64)
    }

    @Test
    func `each line is a body of its own`() throws {
        let bad = try Fixture.pngRGB8.part(mediaType: "image/gif")
        let first = ExistingBody.chat(try Self.fine())
        let second = ExistingBody.chat(ExistingBody.text, bad, model: RequestScene.gemma)
        let run = try RequestScene().repair("\(first)\n\n\(second)\n")
        #expect(run.status == 0)
        #expect(run.errors.contains("line 3: messages[0].content[1]"))
        let cured = ExistingBody.chat(
            ExistingBody.text,
            try Self.fine(),
            model: RequestScene.gemma
        )
        #expect(run.output == "\(first)\n\n\(cured)\n")
    }

    @Test
    func `a body is read from standard input too`() throws {
        let scene = try RequestScene()
        let body = ExistingBody.chat(try Self.fine())
        try scene.write(body, to: "body.json")
        let run = try Program.shell(#""$imgcheck" request --body - < body.json"#, in: scene.path)
        #expect(run.status == 0)
        #expect(run.output == body)
    }

    @Test
    func `a repaired body goes into the folder`() throws {
        let scene = try RequestScene()
        let bad = try Fixture.pngRGB8.part(mediaType: "image/gif")
        let run = try scene.repair(ExistingBody.chat(bad), "--out", "out")
        #expect(run.status == 0)
        #expect(run.output.isEmpty)
        #expect(scene.names(in: "out") == ["request-001.json"])
        #expect(
            try scene.text(of: "out/request-001.json") == ExistingBody.chat(try Self.fine())
        )
    }
}
