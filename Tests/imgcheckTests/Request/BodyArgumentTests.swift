import Fixtures
import Testing

/// Which options go with a body that exists, and which do not.
struct BodyArgumentTests {
    private static func fine() throws -> String {
        try Fixture.pngRGB8.part(mediaType: "image/png")
    }

    @Test(arguments: [
        ["--prompt", "x"], ["--prompt", ""], ["--system", "x"], ["--label", "{n}"],
        ["--detail", "low"], ["--max-tokens", "9"], ["--split", "when-needed"],
        ["--order", "keep"], ["--dialect", "chat"], ["--each"],
        ["--route", "ai_query"],
    ])
    func `an option without effect on a body is refused by its name`(
        arguments: [String]
    ) throws {
        let scene = try RequestScene()
        let body = try scene.write(ExistingBody.chat(try Self.fine()), to: "body.json")
        let run = try scene.request(["--body", body] + arguments)
        Case("", [], status: 64, errors: ["\(arguments[0]) has no effect here, since "]).verify(run)
    }

    @Test
    func `check judges no image of a body for itself`() throws {
        let scene = try RequestScene()
        let body = try scene.write(ExistingBody.chat(try Self.fine()), to: "body.json")
        let run = try Program.run(["--body", body, "--each"])
        Case("", [], status: 64, errors: ["--each has no effect here, since "]).verify(run)
    }

    @Test
    func `check judges a body for several models`() throws {
        let six = Array(repeating: try Self.fine(), count: 6).joined(separator: ",")
        let scene = try RequestScene()
        let body = try scene.write(ExistingBody.chat(six), to: "body.json")
        let models = ["--model", RequestScene.gemma, "--model", Example.model]
        let run = try Program.run(["check", "--body", body, "--format", "json"] + models)
        #expect(run.status == 1, "gemma takes five images")
        let reports = try #require(JSONTree(run.output)["reports"]?.elements)
        #expect(
            reports.map { $0["model"]?["name"]?.text } == [RequestScene.gemma, Example.model]
        )
        #expect(reports.map { $0["verdict"]?.text } == ["fixable", "accepted"])
        #expect(reports.map { $0["images"]?.elements.count } == [6, 6])
    }

    struct Naming: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let second: String
        let expected: String
    }

    @Test(arguments: [
        Naming(
            testDescription: "a model that no table has",
            second: ExistingBody.chat(model: "gpt-unheard-of"),
            expected: "Line 3: No table is named "
        ),
        Naming(
            testDescription: "no model",
            second: #"{"messages":[]}"#,
            expected: "The body in line 3 names no model: give --model."
        ),
    ])
    func `of a batch, the line without a usable model is named`(_ c: Naming) throws {
        let scene = try RequestScene()
        let lines = "\(ExistingBody.chat(try Self.fine()))\n\n\(c.second)\n"
        let body = try scene.write(lines, to: "batch.jsonl")
        let run = try Program.run(["check", "--body", body])
        Case("", [], status: 64, errors: [c.expected]).verify(run)
    }
}
