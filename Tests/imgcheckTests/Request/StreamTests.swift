import Fixtures
import Foundation
import Testing

/// Lines in, answers out.
struct StreamTests {
    static let fine = Fixture.jpegPhoto.path

    private static func answers(_ run: Program.Run) throws -> [JSONTree] {
        #expect(run.output.isEmpty || run.output.hasSuffix("\n"))
        return try run.output.split(separator: "\n").map { try JSONTree($0) }
    }

    @Test
    func `answers come in the order of the lines, each under its identity`() throws {
        // Most are ready long before the turn of those behind a photograph.
        let lines = (0..<40).map { #"{"id":\#($0),"path":"\#($0 % 4 == 0 ? Self.fine : "none")"}"# }
        let run = try RequestScene().stream(lines.joined(separator: "\n"))
        let ids = try Self.answers(run).map { $0["id"] }
        #expect(ids == (0..<40).map { .integer($0) })
    }

    @Test(arguments: [#""a\"b""#, "7", "1.50", "null", "true", #"[1,{"b":[]}]"#, #"{"z":1,"a":2}"#])
    func `an identity comes back as it was spelled`(id: String) throws {
        let run = try RequestScene().stream(#"{"path":"\#(Self.fine)","id":\#(id)}"#)
        #expect(run.output.contains(#","id":\#(id),"tokenCount":"#))
        #expect(run.status == 0)
    }

    @Test
    func `keys are sorted, with fixing too`() throws {
        let run = try RequestScene().stream(#"{"path":"\#(Self.fine)","id":1}"#, "--fix")
        let value = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
        let sorted = try JSONSerialization.data(
            withJSONObject: value,
            options: [.sortedKeys, .withoutEscapingSlashes]
        )
        #expect(run.output == String(decoding: sorted, as: UTF8.self) + "\n")
    }

    @Test
    func `an identity that looks like a place for one comes back`() throws {
        let id = #"{"id":"","z":"\"id\":\"\""}"#
        let run = try RequestScene().stream(#"{"path":"\"id\":\"\"","id":\#(id)}"#)
        #expect(run.output.contains(#""id":\#(id),"verdict""#))
    }

    @Test(arguments: [#"\u202e"#, #"\u009b"#, #"\u007f"#, #"\u2028"#])
    func `no control character of an identity reaches a terminal`(escape: String) throws {
        let run = try RequestScene().stream(#"{"id":{"\#(escape)":"\#(escape)"},"path":"a"}"#)
        #expect(run.output.contains(#""id":{"\#(escape)":"\#(escape)"},"#))
    }

    @Test
    func `an answer is the image object, with no source`() throws {
        let run = try RequestScene().stream(#"{"path":"\#(Self.fine)"}"#)
        let answer = try #require(try Self.answers(run).first)
        #expect(
            answer.shape == [
                "base64ByteCount integer", "facts object", "findings array", "tokenCount integer",
                "verdict string",
            ]
        )
        #expect(answer["verdict"]?.text == "accepted")
    }

    struct Line: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let verdict: String
        let status: Int32
        var error: String?
    }

    @Test(arguments: [
        Line(
            testDescription: "no JSON",
            text: "nope",
            verdict: "unchecked",
            status: 2,
            error: "The line is "
        ),
        Line(
            testDescription: "an empty line",
            text: "",
            verdict: "unchecked",
            status: 2,
            error: "The line is "
        ),
        Line(
            testDescription: "nested deeper than is read",
            text: #"{"id":1,"path":\#(String(repeating: "[", count: 3_000))"#
                + String(repeating: "]", count: 3_000) + "}",
            verdict: "unchecked",
            status: 2,
            error: "The line is nested deeper than 256 levels"
        ),
        Line(
            testDescription: "no image",
            text: #"{"id":1}"#,
            verdict: "unchecked",
            status: 2,
            error: "The line has neither \"path\" nor \"data\": "
        ),
        Line(
            testDescription: "a file that is not there",
            text: #"{"path":"nothing.png"}"#,
            verdict: "unchecked",
            status: 2,
            error: "No such file"
        ),
        Line(
            testDescription: "malformed base64",
            text: #"{"data":"!"}"#,
            verdict: "rejected",
            status: 1
        ),
        Line(
            testDescription: "bytes that are no image",
            text: #"{"data":"AAAA"}"#,
            verdict: "rejected",
            status: 1
        ),
        Line(
            testDescription: "a format to be converted",
            text: #"{"path":"\#(Fixture.gifStill.path)"}"#,
            verdict: "accepted",
            status: 0
        ),
    ])
    func `no line stops the others`(_ c: Line) throws {
        let fine = #"{"id":"fine","path":"\#(Self.fine)"}"#
        let run = try RequestScene()
            .stream(
                [fine, c.text, fine].joined(separator: "\n") + "\n",
                "--fail-on",
                "rejected"
            )
        #expect(run.status == c.status)
        let answers = try Self.answers(run)
        #expect(answers.map { $0["verdict"]?.text } == ["accepted", c.verdict, "accepted"])
        try #require(answers.count == 3)
        let error = answers[1]["error"]?.text
        #expect((error == nil) == (c.error == nil))
        #expect(error?.hasPrefix(c.error ?? "") ?? true)
    }

    @Test(
        arguments: [
            ([], 0), (["--fail-on", "never"], 0), (["--fail-on", "rejected"], 1),
            (["--fail-on", "rejected", "--exit-zero"], 0),
        ] as [([String], Int32)]
    )
    func `answers decide the status where that is asked for`(
        options: [String],
        status: Int32
    ) throws {
        let line = #"{"path":"\#(Fixture.cutPngIHDR.path)"}"#
        let run = try Program.shell(
            "echo '\(line)' | \"$imgcheck\" stream -m \(Example.model) "
                + options.joined(separator: " ")
        )
        #expect(run.status == status)
        #expect(run.output.contains("rejected"))
    }

    @Test
    func `a line that is not understood is answered with its number`() throws {
        let run = try RequestScene().stream("[]\n\(#"{"path":"\#(Self.fine)"}"#)\nx\n{}")
        let answers = try Self.answers(run)
        #expect(answers.map { $0["line"] } == [.integer(1), nil, .integer(3), .integer(4)])
        #expect(answers.first?.shape == ["error string", "line integer", "verdict string"])
    }

    @Test(arguments: [#""path":5"#, #""path":"a","data":"""#, #""data":{}"#, #""other":1"#])
    func `an object without a usable image is answered under its identity`(
        members: String
    ) throws {
        let run = try RequestScene().stream(#"{"id":3,\#(members)}"#)
        #expect(run.status == 0)
        let answer = try #require(try Self.answers(run).first)
        #expect(answer.shape == ["error string", "id integer", "verdict string"])
        #expect(answer["id"] == .integer(3))
    }

    @Test
    func `malformed base64 is a finding`() throws {
        let run = try RequestScene().stream(#"{"id":1,"data":"!"}"#)
        let findings = try Self.answers(run).first?["findings"]?.elements
        #expect(findings?.map { $0["code"]?.text } == ["IMG105"])
    }

    @Test(arguments: [Fixture.size8001x200, .gif2Frames, .jpegCMYK, .jpegOrientation6, .jpegPhoto])
    func `fixed bytes are accepted`(fixture: Fixture) throws {
        let scene = try RequestScene()
        let line = #"{"id":1,"data":"\#(try fixture.base64())"}"#
        let run = try scene.stream(line, "--fix")
        #expect(run.status == 0)
        let answer = try #require(try Self.answers(run).first)
        let base64 = try #require(answer["data"]?.text)
        let part =
            #"{"type":"image_url","image_url":{"url":"data:"#
            + "\(answer["mediaType"]?.text ?? "");base64,\(base64)" + #""}}"#
        try scene.write(ExistingBody.chat(part), to: "body.json")
        let checked = try Program.run(["--body", "body.json"], in: scene.path)
        #expect(checked.status == 0)
        #expect(!checked.output.contains("error"))
    }

    @Test
    func `what cannot be fixed has no bytes`() throws {
        let line = #"{"path":"\#(Fixture.cutPngIHDR.path)"}"#
        let run = try RequestScene().stream(line, "--fix", "--fail-on", "rejected")
        #expect(run.status == 1)
        let answer = try #require(try Self.answers(run).first)
        #expect(answer["data"] == nil)
        #expect(answer["refusal"] != nil)
    }

    @Test
    func `half a last line is answered`() throws {
        let fine = #"{"id":1,"path":"\#(Self.fine)"}"#
        let whole = try RequestScene().stream("\(fine)\n\(fine)")
        #expect(try Self.answers(whole).count == 2)
        #expect(whole.status == 0)
        let half = try RequestScene().stream("\(fine)\n\(fine.dropLast(5))")
        #expect(try Self.answers(half).map { $0["verdict"]?.text } == ["accepted", "unchecked"])
        #expect(half.status == 0, "every line was answered")
    }

    @Test
    func `no line is no answer`() throws {
        Case("", [], status: 0).verify(try RequestScene().stream(""))
    }

    @Test(.timeLimit(.minutes(2)))
    func `every one of 2,000 lines is answered once`() throws {
        let tiny = try Fixture.pngGray1.base64()
        let lines = (1...2_000)
            .map { $0 % 100 == 0 ? "bad" : #"{"id":\#($0),"data":"\#(tiny)"}"# }
        let run = try RequestScene().stream(lines.joined(separator: "\n"))
        #expect(run.status == 0)
        let numbers = try Self.answers(run).map { $0["id"] ?? $0["line"] }
        #expect(numbers == (1...2_000).map { .integer($0) })
    }

    @Test(.timeLimit(.minutes(2)))
    func `a reader that goes away ends the stream quietly`() throws {
        let scene = try RequestScene()
        let line = #"{"id":1,"path":"\#(Self.fine)"}"#
        try scene.write(Array(repeating: line, count: 2_000).joined(separator: "\n"), to: "lines")
        let stream = #""$imgcheck" stream --model \#(Example.model)"#
        let script = "{ \(stream) < lines; echo \"status $?\" >&2; } | head -n 1"
        let run = try Program.shell(script, in: scene.path)
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(run.errors == "status 0\n")
    }

    @Test(.timeLimit(.minutes(2)))
    func `an answer does not wait for the next line`() throws {
        let scene = try RequestScene()
        try scene.write(#"{"id":1,"path":"\#(Self.fine)"}"# + "\n", to: "line")
        let run = try Program.shell(
            """
            mkfifo in out
            "$imgcheck" stream --model \(Example.model) <in >out &
            exec 3>in 4<out
            cat line >&3
            timeout 60 head -n 1 <&4
            exec 3>&-
            wait $!
            """,
            in: scene.path
        )
        #expect(run.output.contains(#","id":1,"#))
        #expect(run.status == 0)
    }

    @Test(arguments: [
        ["--each"], ["--budget", "1000"], ["--resize", "limits"],
        ["--loss", "none"], ["--quality", "1"], ["--background", "black"],
    ])
    func `an option without effect is refused by its name`(arguments: [String]) throws {
        let run = try Program.run(["stream", "--model", Example.model] + arguments)
        let name = arguments.first { $0 != "--fix" } ?? ""
        Case("", [], status: 64, errors: ["\(name) has no effect here, since "]).verify(run)
    }

    @Test
    func `each answer keeps to the bytes of a request`() throws {
        let line = #"{"id":1,"path":"\#(Fixture.jpegPhoto.path)"}"# + "\n"
        let run = try RequestScene().stream(line, "--fix", "--budget", "15000")
        #expect(run.status == 0)
        let data = try #require(try JSONTree(run.output)["data"]?.text)
        #expect((10_000...15_000).contains(data.utf8.count))
    }

    @Test(
        arguments: [
            (-1, nil), (0, nil),
            (
                1,
                "The line has 150,000,001 bytes, and at most 150,000,000 are read: name the image by "
                    + "\"path\", or send a smaller file."
            ),
        ] as [(Int, String?)]
    )
    func `a line that is too long is answered so, and the next is read`(
        excess: Int,
        error: String?
    ) throws {
        let start = #"{"id":1,"path":"jpeg-photo.jpg","other":""#
        let count = 150_000_000 + excess - start.utf8.count - 2
        let line = #"{"id":2,"path":"jpeg-photo.jpg"}"#
        let run = try Program.shell(
            "{ printf %s '\(start)'; head -c \(count) /dev/zero | tr '\\0' x; "
                + "echo '\"}'; echo '\(line)'; } | \"$imgcheck\" stream -m \(Example.model)"
        )
        let answers = try Self.answers(run)
        #expect(answers.first?["error"]?.text == error)
        #expect(answers.first?["line"] == (error == nil ? nil : .integer(1)))
        #expect(answers.last?["id"] == .integer(2))
        #expect(answers.count == 2)
    }

    @Test
    func `what is to be known of a table is said once, as by check`() throws {
        let model = "databricks-inkling"
        let check = try Program.run(["--model", model, "--each", "other-bmp.bmp", "empty.png"])
        let scene = try RequestScene()
        let lines = ["other-bmp.bmp", "empty.png", "other-bmp.bmp"]
            .map { #"{"path":"\#(Example.fixtures)/\#($0)"}"# }
        try scene.write(lines.joined(separator: "\n"), to: "lines.jsonl")
        let stream = try Program.run(
            ["stream", "--model", model],
            in: scene.path,
            input: "\(scene.path)/lines.jsonl"
        )
        #expect(check.errors.contains("\(model) end"), "\(check.errors)")
        let guess = "IMG101 and REQ401 rest on what is inferred"
        #expect(check.errors.contains(guess), "\(check.errors)")
        #expect(stream.errors == check.errors)
        for answer in try Self.answers(stream) {
            #expect(answer["model"]?["name"]?.text == model)
            #expect(answer["model"]?["retiresOn"] != nil)
        }
    }

    @Test
    func `tiles are refused, since an answer is one picture`() throws {
        for options in [["--tile", "auto"], ["--fix", "--tile", "always"]] {
            let run = try Program.run(["stream", "--model", Example.model] + options)
            Case("", [], status: 64, errors: ["A line is answered with one picture, and --tile "])
                .verify(run)
        }
        let never = try RequestScene().stream(#"{"path":"\#(Self.fine)"}"#, "--tile", "never")
        #expect(never.status == 0)
    }

    @Test(arguments: [["--model", Example.model], []])
    func `lines are judged for one model`(more: [String]) throws {
        let model = more.isEmpty ? [] : ["--model", RequestScene.gemma]
        let run = try Program.run(["stream"] + more + model)
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
    }
}
