import Fixtures
import Testing

/// The exit status says what came out, and the streams say why.
struct ExitStatusTests {
    @Test(arguments: [
        Case(
            "accepted",
            Example.check(Example.fine),
            status: 0,
            output: ["✓ jpeg-photo.jpg", "640 × 480", "\naccepted\n"]
        ),
        Case(
            "accepted with a warning",
            Example.check("jpeg-gps.jpg"),
            status: 0,
            output: ["IMG207 warning", "\naccepted\n"]
        ),
        Case(
            "a warning with --strict",
            Example.check("--strict", "jpeg-gps.jpg"),
            status: 1,
            output: ["IMG207 warning", "\naccepted\n"],
            errors: ["Warnings fail, since --strict was given."]
        ),
        Case(
            "a note with --strict",
            Example.check("--strict", "png-rgba-text.png"),
            status: 0,
            output: ["IMG208 note", "\naccepted\n"]
        ),
        Case(
            "fixable",
            Example.check("gif-2-frames.gif"),
            status: 1,
            output: ["IMG103 error", "\nfixable\n"]
        ),
        Case(
            "rejected",
            Example.check("cut-jpeg-half.jpg"),
            status: 1,
            output: ["IMG105 error", "\nrejected\n"]
        ),
        Case(
            "empty",
            Example.check("empty.png"),
            status: 1,
            output: ["IMG101 error", "empty", "\nrejected\n"]
        ),
        Case(
            "foreign",
            Example.check("other-bmp.bmp"),
            status: 1,
            output: ["IMG101 error", "BMP"]
        ),
        Case(
            "models with a comma and a space between them",
            ["--model", " databricks-gpt-5, databricks-gpt-5-1 ,", Example.fine],
            status: 0,
            output: ["2 models: databricks-gpt-5, databricks-gpt-5-1"]
        ),
        Case(
            "missing, and the others judged",
            Example.check("gone.png", Example.fine, "empty.png"),
            status: 2,
            output: [
                "? gone.png", "No such file or directory", "✓ jpeg-photo.jpg", "✗ empty.png",
                "unchecked: 1 accepted, 1 rejected, 1 unchecked",
            ]
        ),
        Case(
            "a name below a file",
            Example.check("jpeg-photo.jpg/a.png"),
            status: 2,
            output: ["Not a directory"]
        ),
        Case(
            "check by its name",
            ["check"] + Example.check(Example.fine),
            status: 0,
            output: ["\naccepted\n"]
        ),
        Case(
            "options after names",
            [Example.fine, "-m", Example.model],
            status: 0,
            output: ["\naccepted\n"]
        ),
    ])
    func `what is found`(_ c: Case) throws {
        c.verify(try Program.run(c.arguments))
    }

    @Test(arguments: [
        Case(
            "unknown model",
            ["--model", "databricks-gpt5", Example.fine],
            status: 64,
            errors: ["databricks-gpt5", "did you mean databricks-gpt-5"]
        ),
        Case(
            "no model",
            [Example.fine],
            status: 64,
            errors: ["--model", "`imgcheck models` lists"]
        ),
        Case("no input", Example.check(), status: 64, errors: ["Which images?"]),
        Case("- twice", Example.check("-", "-"), status: 64, errors: ["only once"]),
        Case(
            "- as image and as list",
            Example.check("-", "--files-from", "-"),
            status: 64,
            errors: ["only once"]
        ),
        Case("-0 alone", Example.check("-0", Example.fine), status: 64, errors: ["--files-from"]),
        Case(
            "--jobs 0",
            Example.check("--jobs", "0", Example.fine),
            status: 64,
            errors: ["--jobs takes a number from 1; this is 0."]
        ),
        Case(
            "--jobs that is no number",
            Example.check("--jobs", "two", Example.fine),
            status: 64,
            errors: ["two"]
        ),
        Case(
            "--max-pixels 0",
            Example.check("--max-pixels", "0", Example.fine),
            status: 64,
            errors: ["--max-pixels takes a number from 1; this is 0."]
        ),
        Case(
            "unknown option",
            Example.check("--frobnicate", Example.fine),
            status: 64,
            errors: ["--frobnicate"]
        ),
        Case(
            "unknown format",
            Example.check("--format", "yaml", Example.fine),
            status: 64,
            errors: ["yaml"]
        ),
        Case(
            "unknown colour",
            Example.check("--color", "red", Example.fine),
            status: 64,
            errors: ["red"]
        ),
        Case(
            "explain an unknown code",
            ["explain", "XX"],
            status: 64,
            errors: ["“XX” is no finding code"]
        ),
        Case(
            "explain a code like one",
            ["explain", "IMG401"],
            status: 64,
            errors: ["did you mean"]
        ),
        Case(
            "explain a code and an answer",
            ["explain", "IMG201", "--error", "too large"],
            status: 64,
            errors: ["“IMG201” has no effect here", "--error looks for the code"]
        ),
        Case(
            "a new table of a name that means all",
            ["rules", "new", "all", "--from", "databricks-gpt-5"],
            status: 64,
            errors: ["“all” means every model"]
        ),
        Case(
            "a new table of a pattern",
            ["rules", "new", "my-*", "--from", "databricks-gpt-5"],
            status: 64,
            errors: ["“my-*” is a pattern"]
        ),
        Case(
            "a new table of a name with a comma",
            ["rules", "new", "openai/mine,yours", "--from", "databricks-gpt-5"],
            status: 64,
            errors: ["Leave the comma"]
        ),
        Case(
            "a filter that no model meets",
            ["models", "none"],
            status: 1,
            errors: ["No model is called “none”", "`imgcheck models` lists all"]
        ),
        Case(
            "an unknown route",
            Example.check("--route", "response", Example.fine),
            status: 64,
            errors: ["did you mean “responses”?"]
        ),
        Case(
            "show an unknown model",
            ["models", "databricks-gpt-6x"],
            status: 64,
            errors: ["did you mean databricks-gpt-5"]
        ),
    ])
    func `wrong command lines`(_ c: Case) throws {
        c.verify(try Program.run(c.arguments))
    }

    @Test(
        arguments: [
            (["empty.png"], Int32(1)), (["gone.png", "empty.png"], 2),
            (["empty.png", "gone.png"], 2),
            ([Example.fine, "empty.png"], 1), ([Example.fine, Example.fine], 0),
        ] as [([String], Int32)]
    )
    func `the worst of several decides`(_ files: [String], _ status: Int32) throws {
        let run = try Program.run(["--model", Example.model, "--each"] + files)
        #expect(run.status == status)
    }

    /// Permissions do not bind every user; memory at address 0 binds all (proc(5)).
    @Test
    func `a file that cannot be read is unchecked, and the others are judged`() throws {
        let run = try Program.run(Example.check("/proc/self/mem", Example.fine))
        #expect(run.status == 2)
        #expect(run.output.contains("Input/output error"))
        #expect(run.output.contains("1 accepted, 1 unchecked"))
        #expect(run.errors == "")
    }
}
