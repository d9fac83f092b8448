import Fixtures
import Testing

/// Which findings count, which are told, and what the exit status makes of them.
struct FindingOptionTests {
    struct Choice: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let options: [String]
        let codes: Set<String>
        let status: Int32
    }

    static let choices = [
        Choice(
            testDescription: "all",
            options: [],
            codes: ["IMG103", "IMG207", "IMG208"],
            status: 1
        ),
        Choice(
            testDescription: "one is ignored",
            options: ["--ignore", "IMG103"],
            codes: ["IMG207", "IMG208"],
            status: 0
        ),
        Choice(
            testDescription: "a family is chosen",
            options: ["--select", "IMG2"],
            codes: ["IMG207", "IMG208"],
            status: 0
        ),
        Choice(
            testDescription: "several are chosen, one of them ignored",
            options: ["--select", "IMG1,img208", "--ignore", "IMG208"],
            codes: ["IMG103"],
            status: 1
        ),
        Choice(
            testDescription: "notes are not told",
            options: ["--min-severity", "warning"],
            codes: ["IMG103", "IMG207"],
            status: 1
        ),
        Choice(
            testDescription: "what is not told decides the status still",
            options: ["--min-severity", "error", "--ignore", "IMG103", "--strict"],
            codes: [],
            status: 1
        ),
        Choice(
            testDescription: "the status is not asked for",
            options: ["--exit-zero"],
            codes: ["IMG103", "IMG207", "IMG208"],
            status: 0
        ),
    ]

    private static let files = ["gif-2-frames.gif", "jpeg-gps.jpg", "png-rgba-text.png"]

    @Test(arguments: choices)
    func `findings are chosen`(_ choice: Choice) throws {
        let run = try Program.run(
            Example.check("--format", "concise") + choice.options + Self.files
        )
        let codes = run.output.matches(of: #/[A-Z]{3}\d{3}/#).map { String($0.output) }
        #expect(Set(codes) == choice.codes)
        #expect(run.status == choice.status)
    }

    @Test(arguments: [
        (["--select", "IMG9"], "“IMG9” is no finding code, nor the beginning of one;"),
        (["--ignore", ""], "No code is named;"),
        (["--min-severity", "loud"], "The value 'loud' is invalid"),
    ])
    func `what is no code and no severity is 64`(_ options: [String], _ reason: String) throws {
        let run = try Program.run(Example.check(Example.fine) + options)
        #expect(run.status == 64)
        #expect(run.errors.contains(reason))
    }

    @Test
    func `--exit-zero leaves what could not be checked`() throws {
        #expect(try Program.run(Example.check("--exit-zero", "gone.png")).status == 2)
        let request = try Program.run(
            ["request", "--model", Example.model, "--exit-zero", "cut-jpeg-half.jpg"]
        )
        #expect(request.status == 0)
    }

    @Test
    func `--statistics is a text`() throws {
        let run = try Program.run(Example.check("--statistics") + Self.files)
        #expect(run.output.contains(#/IMG103 error +1×  An animation/#))
        #expect(!run.output.contains("gif-2-frames"))
        let json = try Program.run(Example.check("--statistics", "--format", "json") + Self.files)
        #expect(json.status == 64)
    }

    @Test
    func `--ext and --exclude hold in folders`() throws {
        let scratch = try Scratch()
        for (name, fixture) in [
            ("in/a.jpg", Fixture.jpegPhoto), ("in/b.PNG", .pngRGB8), ("in/old/c.png", .pngRGB8),
        ] {
            try scratch.write(fixture.bytes(), to: name)
        }
        let sources = { (options: [String]) in
            let run = try Program.run(
                Example.check("--format", "json") + options + ["in"],
                in: scratch.path
            )
            return try JSONTree(report: run.output)["images"]?.elements
                .compactMap { $0["source"]?.text }
        }
        #expect(try sources(["--ext", "png"]) == ["in/b.PNG", "in/old/c.png"])
        #expect(
            try sources(["--ext", ".jpg,PNG", "--exclude", "old/"]) == ["in/a.jpg", "in/b.PNG"]
        )
        #expect(try sources(["--all", "--exclude", "*.jpg"]) == ["in/b.PNG", "in/old/c.png"])
    }

    @Test
    func `a pattern and all mean many models`() throws {
        let run = try Program.run(
            ["--model", "databricks-gpt-5*", "--format", "json", Example.fine]
        )
        let models =
            try JSONTree(run.output)["reports"]?.elements
            .compactMap { $0["model"]?["name"]?.text } ?? []
        #expect(models.contains("databricks-gpt-5") && models.contains("databricks-gpt-5-mini"))
        #expect(models.allSatisfy { $0.hasPrefix("databricks-gpt-5") })
        let all = try Program.run(["--model", "all", Example.fine])
        #expect(all.output.hasPrefix("1 image, "))
        #expect(all.errors.split(separator: "\n").count <= 5)
        #expect(try Program.run(["--model", "no-such-*", Example.fine]).status == 64)
        let fix = try Program.run(
            ["fix", "--dry-run", "--model", "databricks-gpt-5*", Example.fine]
        )
        #expect(fix.status == 64 && fix.errors.contains("give one --model"))
    }
}
