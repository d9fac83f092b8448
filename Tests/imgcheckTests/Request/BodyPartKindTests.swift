import Fixtures
import Foundation
import Testing

/// Bodies in which something else stands where a part should, and what is said of where images stand.
struct BodyPartKindTests {
    private static let image: String = {
        let url = URL(filePath: "\(Fixture.folder)/\(Fixture.jpegPhoto.name)")
        let base64 = (try? Data(contentsOf: url).base64EncodedString()) ?? ""
        return #"{"type": "image_url", "image_url": {"url": "data:image/jpeg;base64,\#(base64)"}}"#
    }()

    private static func check(
        _ turns: String,
        of model: String = "gpt-5",
        in list: String = "messages",
        _ options: String...
    ) throws -> Program.Run {
        let scratch = try Scratch()
        let body = #"{"model": "\#(model)", "\#(list)": [\#(turns)]}"#
        try scratch.write(Array(body.utf8), to: "body.json")
        return try Program.run(["check", "--body", "body.json"] + options, in: scratch.path)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let turns: String
        var list = "messages"
        /// What is said to be wrong; nil where nothing is.
        let fault: String?

        init(_ description: String, _ turns: String, in list: String = "messages", _ fault: String?)
        {
            testDescription = description
            (self.turns, self.list, self.fault) = (turns, list, fault)
        }
    }

    static let rows = [
        Row(
            "a number for the content",
            #"{"role": "user", "content": 7}"#,
            "messages[0].content is 7, where a text or an array of parts should be"
        ),
        Row(
            "true for the content",
            #"{"role": "user", "content": true}"#,
            "messages[0].content is true, where a text or an array of parts should be"
        ),
        Row(
            "a number among the parts",
            #"{"role": "user", "content": [\#(image), 7, 8]}"#,
            "messages[0].content[1] is 7, where an object should be\n"
        ),
        Row(
            "a text among the parts",
            #"{"role": "user", "content": ["hi", \#(image)]}"#,
            "messages[0].content[0] is “hi”, where an object should be"
        ),
        Row(
            "a list among the parts",
            #"{"role": "user", "content": [["hi"]]}"#,
            "messages[0].content[0] is an array, where an object should be"
        ),
        Row(
            "nothing among the parts",
            #"{"role": "user", "content": [null, \#(image)]}"#,
            "messages[0].content[0] is null, where an object should be"
        ),
        Row(
            "a number among the parts of Gemini",
            #"{"role": "user", "parts": [7]}"#,
            in: "contents",
            "contents[0].parts[0] is 7, where an object should be"
        ),
        Row(
            "a number in what a tool answers",
            #"{"role": "user", "content": [{"type": "tool_result", "content": [7]}]}"#,
            "messages[0].content[0].content[0] is 7, where an object should be"
        ),
        Row(
            "a number among the images of Ollama",
            #"{"role": "user", "content": "hi", "images": [7]}"#,
            "messages[0].images[0] is 7, where base64 should be"
        ),
        Row(
            "a number for the images of Ollama",
            #"{"role": "user", "content": "hi", "images": 7}"#,
            "messages[0].images is 7, where an array of base64 should be"
        ),
        Row(
            "no content beside calls of tools",
            #"{"role": "assistant", "content": null, "tool_calls": []}, {"role": "user", "content": [\#(image)]}"#,
            nil
        ),
        Row("a text for the content", #"{"role": "user", "content": "hi"}"#, nil),
        Row("no parts", #"{"role": "user", "content": []}"#, nil),
    ]

    @Test(arguments: rows)
    func `what is no part is named by its key path`(_ row: Row) throws {
        let run = try Self.check(row.turns, in: row.list)
        guard let fault = row.fault else {
            #expect(run.status == 0, "\(run.output)")
            return
        }
        #expect(run.status == 1)
        #expect(
            run.output.contains("REQ404 error  The parts cannot be read, \(fault)"),
            "\(run.output)"
        )
        #expect(run.errors == "")
    }

    @Test(arguments: [("databricks-gpt-oss-20b", "✗"), ("databricks-gpt-5", "✓")])
    func `an image of a body is refused where a model takes text only, as a path is`(
        _ model: String,
        _ mark: String
    ) throws {
        let turns = #"{"role": "user", "content": [\#(Self.image)]}"#
        let body = try Self.check(turns, of: model)
        #expect(body.output.contains(" \(mark) messages[0].content[0]"), "\(body.output)")
        let path = try Program.run(["--model", model, Example.fine])
        #expect(path.output.contains(" \(mark) \(Example.fine)"), "\(path.output)")
        #expect(body.status == path.status)
        let text = try Self.check(#"{"role": "user", "content": "hi"}"#, of: model)
        #expect(text.status == 0)
    }

    @Test(arguments: [["--remote", "ignore"], []])
    func `an address that the model refuses is told, whether addresses are passed by or not`(
        _ options: [String]
    ) throws {
        let part = #"{"type": "image_url", "image_url": {"url": "https://example.com/a.jpg"}}"#
        let scratch = try Scratch()
        for (model, isRefused) in [("kimi-k3", true), ("gpt-5", false)] {
            let turns = #"{"role": "user", "content": [\#(part)]}"#
            let body = #"{"model": "\#(model)", "messages": [\#(turns)]}"#
            try scratch.write(Array(body.utf8), to: "body.json")
            let run = try Program.run(
                ["check", "--body", "body.json"] + options,
                in: scratch.path
            )
            #expect(run.output.contains("REQ404 error") == isRefused, "\(run.output)")
            #expect(run.status == (options.isEmpty ? 2 : isRefused ? 1 : 0))
        }
    }
}
