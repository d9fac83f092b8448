import Fixtures
import Foundation
import Testing

/// What holds where the command line says nothing.
struct SettingsTests {
    private static let gemma = "databricks-gemma-3-12b"

    private func verdictModel(
        _ arguments: [String],
        in folder: String,
        _ environment: [String: String] = [:]
    ) throws -> String? {
        let fine = "\(Example.fixtures)/\(Example.fine)"
        let run = try Program.run(
            ["--format", "json"] + arguments + [fine],
            in: folder,
            environment: environment
        )
        return try JSONTree(report: run.output)["model"]?["name"]?.text
    }

    @Test
    func `a flag wins over the environment, and that over imgcheck.json, which is found upwards`()
        throws
    {
        let scratch = try Scratch()
        try scratch.write(Array(#"{"model": "databricks-gpt-5"}"#.utf8), to: "imgcheck.json")
        try scratch.write([], to: "a/b/note")
        let folder = "\(scratch.path)/a/b"
        let environment = ["IMGCHECK_MODEL": Self.gemma]
        #expect(try verdictModel([], in: folder) == "databricks-gpt-5")
        #expect(try verdictModel([], in: folder, environment) == Self.gemma)
        let flag = ["--model", "databricks-gpt-5-mini"]
        #expect(try verdictModel(flag, in: folder, environment) == "databricks-gpt-5-mini")
    }

    @Test
    func `several models stand in a list or with commas`() throws {
        let scratch = try Scratch()
        let models = ["databricks-gpt-5", Self.gemma]
        try scratch.write(
            Array(#"{"model": ["\#(models[0])", "\#(models[1])"]}"#.utf8),
            to: "imgcheck.json"
        )
        let fine = "\(Example.fixtures)/\(Example.fine)"
        let list = models.joined(separator: ", ")
        // A comma too many names no model.
        for environment in [[:], ["IMGCHECK_MODEL": list], ["IMGCHECK_MODEL": ", \(list),, "]] {
            let run = try Program.run(
                ["--format", "json", fine],
                in: scratch.path,
                environment: environment
            )
            let reports = try JSONTree(run.output)["reports"]?.elements ?? []
            #expect(reports.map { $0["model"]?["name"]?.text } == models)
        }
    }

    @Test
    func `IMGCHECK_FORMAT says how reports are written, unless a command cannot`() throws {
        let environment = ["IMGCHECK_FORMAT": "concise"]
        let check = try Program.run(Example.check("empty.png"), environment: environment)
        #expect(check.output.hasPrefix("empty.png: IMG101 error "))
        let flag = try Program.run(
            Example.check("--format", "text", "empty.png"),
            environment: environment
        )
        #expect(flag.output.contains("rejected"))
        let fix = try Program.run(
            ["fix", "--dry-run", "--model", Example.model, Example.fine],
            environment: environment
        )
        #expect(fix.output.contains("accepted") && fix.status == 0)
        let unknown = try Program.run(
            Example.check(Example.fine),
            environment: ["IMGCHECK_FORMAT": "pdf"]
        )
        #expect(unknown.status == 2 && unknown.errors.contains("IMGCHECK_FORMAT is “pdf”"))
    }

    @Test
    func `severities decide the status, and off takes a finding away`() throws {
        let scratch = try Scratch()
        let gps = "\(Example.fixtures)/jpeg-gps.jpg"
        for (weight, status, isTold) in [("error", Int32(1), true), ("off", 0, false)] {
            try scratch.write(
                Array(#"{"severity": {"IMG207": "\#(weight)"}}"#.utf8),
                to: "imgcheck.json"
            )
            let run = try Program.run(Example.check(gps), in: scratch.path)
            #expect(run.status == status)
            #expect(run.output.contains("IMG207") == isTold)
        }
    }

    @Test
    func `severities hold where copies are made and bodies are built`() throws {
        let scratch = try Scratch()
        let gps = "\(Example.fixtures)/jpeg-gps.jpg"
        for (weight, isTold) in [("error", true), ("off", false)] {
            try scratch.write(
                Array(#"{"severity": {"IMG207": "\#(weight)"}}"#.utf8),
                to: "imgcheck.json"
            )
            let fix = ["fix", "--model", Example.model, "--dry-run", gps]
            let fixed = try Program.run(fix, in: scratch.path)
            #expect(fixed.status == 0)
            #expect(fixed.output.contains("IMG207 error") == isTold)
            let request = ["request", "--model", Example.model, "--out", weight, gps]
            let built = try Program.run(request, in: scratch.path)
            #expect(built.status == 0)
            #expect(built.errors.contains("strip metadata") == isTold, "\(built.errors)")
        }
    }

    @Test
    func `patterns hold from the folder of the file`() throws {
        let scratch = try Scratch()
        let bytes = try Fixture.jpegPhoto.bytes()
        for name in ["in/a.jpg", "in/thumbs/b.jpg", "in/c-small.jpg"] {
            try scratch.write(bytes, to: name)
        }
        try scratch.write(
            Array(#"{"exclude": ["/in/thumbs/", "*-small.jpg"]}"#.utf8),
            to: "imgcheck.json"
        )
        let some = try Program.run(Example.check("--format", "jsonl", "in"), in: scratch.path)
        #expect(some.output.contains("in/a.jpg"))
        #expect(!some.output.contains("thumbs") && !some.output.contains("small"))
        let all = try Program.run(
            Example.check("--format", "jsonl", "--all", "in"),
            in: scratch.path
        )
        #expect(all.output.contains("thumbs") && all.output.contains("small"))
    }

    @Test(arguments: [
        ("{", "is not JSON"), (#"{"modell": "x"}"#, "“modell” is no setting"),
        (#"{"severity": {"IMG999": "off"}}"#, "“IMG999” is no finding code"),
        (#"{"severity": {"IMG207": "loud"}}"#, "“severity.IMG207” is no severity; there are"),
        (#"{"exclude": 7}"#, "“exclude” has a value"),
    ])
    func `a file that is wrong is 2, with the place`(text: String, part: String) throws {
        let scratch = try Scratch()
        try scratch.write(Array(text.utf8), to: "imgcheck.json")
        let run = try Program.run(
            Example.check("\(Example.fixtures)/\(Example.fine)"),
            in: scratch.path
        )
        #expect(run.status == 2)
        #expect(run.errors.contains("imgcheck.json") && run.errors.contains(part), "\(run.errors)")
    }

    @Test(
        arguments: [
            ([:], false), (["FORCE_COLOR": "1"], true), (["FORCE_COLOR": ""], false),
            (["FORCE_COLOR": "1", "NO_COLOR": "1"], false),
        ] as [([String: String], Bool)]
    )
    func `FORCE_COLOR colours a pipe`(_ environment: [String: String], isColored: Bool) throws {
        let run = try Program.run(Example.check(Example.fine), environment: environment)
        #expect(run.output.contains("\u{1B}[") == isColored)
    }
}
