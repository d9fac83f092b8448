import Fixtures
import ImagePreflight
import Testing

/// Which command writes which format.
struct FormatTests {
    static let others = ReportFormat.allCases.filter { !$0.tellsChanges }

    @Test(arguments: ReportFormat.allCases)
    func `check writes every format, also for several models`(_ format: ReportFormat) throws {
        let models = ["databricks-gpt-5", "databricks-claude-3-7-sonnet"]
        let run = try Program.run(
            models.flatMap { ["--model", $0] }
                + ["--format", format.rawValue, "gif-2-frames.gif", Example.fine]
        )
        #expect(run.status == 1)
        #expect(run.errors == "")
        #expect(run.output.contains("IMG103"))
        for model in models { #expect(run.output.contains(model)) }
    }

    @Test(arguments: others)
    func `fix and request refuse what tells no changes`(_ format: ReportFormat) throws {
        for command in [["fix", "--dry-run"], ["request"]] {
            let run = try Program.run(
                command + ["--model", Example.model, "--format", format.rawValue, Example.fine]
            )
            #expect(run.status == 64)
            #expect(
                run.errors.contains(
                    "\(format.rawValue) tells what is wrong with images and not what was done to them: "
                        + "choose text, json or jsonl"
                )
            )
        }
    }

    @Test
    func `help lists every format`() throws {
        let run = try Program.run(["check", "--help"])
        let words = Set(run.output.split { " ,.\n".contains($0) }.map(String.init))
        #expect(words.isSuperset(of: ReportFormat.allCases.map(\.rawValue)))
    }

    @Test
    func `an unreadable file is told and counts`() throws {
        let expected: [ReportFormat: String] = [
            .concise: "gone.png: unchecked error No such file or directory\n",
            .github: "::error file=gone.png,title=unchecked::No such file or directory\n",
            .junit: #"<error type="unchecked" message="No such file or directory">"#,
            .sarif: #""executionSuccessful" : false"#,
            .markdown: "* `gone.png`: **unchecked**\n",
            .html: "<p>No such file or directory.</p>",
        ]
        for (format, part) in expected {
            let run = try Program.run(Example.check("--format", format.rawValue, "gone.png"))
            #expect(run.status == 2)
            #expect(run.output.contains(part), "\(format): \(run.output)")
        }
    }
}
