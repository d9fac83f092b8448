import Fixtures
import Foundation
import Testing

/// Where a report goes, and what happens where it cannot go.
struct OutputTests {
    @Test(arguments: [(Example.fine, Int32(0)), ("empty.png", 1), ("gone.png", 2)])
    func `a closed pipe ends quietly, with the status as if it had been written`(
        _ file: String,
        _ status: Int32
    ) throws {
        // The reader is gone before the program starts.
        let scratch = try Scratch()
        let run = try Program.shell(
            """
            mkfifo \(scratch.path)/pipe
            exec 3<>\(scratch.path)/pipe 4>\(scratch.path)/pipe 3<&-
            "$imgcheck" --model \(Example.model) \(file) >&4
            """
        )
        #expect(run.status == status)
        #expect(run.errors == "")
    }

    @Test(arguments: [">&-", ">&- 2>&-", "<&- >&-"])
    func `streams that are closed take nothing, and no file gets what is said`(
        _ closed: String
    ) throws {
        let scratch = try Scratch()
        let run = try Program.shell(
            """
            "$imgcheck" fix --model \(Example.model) --out \(scratch.path)/out \(Example.fine) \(closed)
            status=$?
            cmp \(Example.fine) \(scratch.path)/out/\(Example.fine) || exit 99
            exit $status
            """
        )
        #expect(run.status == 0)
        #expect(run.output == "")
        #expect(!run.errors.contains("standard output"))
    }

    @Test
    func `a reader that stops early ends quietly`() throws {
        let run = try Program.shell(
            """
            { "$imgcheck" --model \(Example.model) --format json [c-j]*; echo "status $?" >&2; } |
                head -c 0
            """
        )
        #expect(run.errors == "status 1\n")
    }

    @Test(
        .enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "needs /dev/full"),
        arguments: [
            "--model \(Example.model) \(Example.fine)", "models", "explain", "explain IMG101",
        ]
    )
    func `a full device is 2, with the reason`(_ arguments: String) throws {
        let run = try Program.shell("\"$imgcheck\" \(arguments) > /dev/full")
        #expect(run.status == 2)
        #expect(run.errors == "imgcheck: standard output: No space left on device\n")
    }

    @Test(arguments: ["text", "json", "jsonl"])
    func `--output writes what standard output would get`(format: String) throws {
        let scratch = try Scratch()
        let path = try scratch.write(Array("old and much longer".utf8), to: "report")
        let arguments = Example.check("--format", format, Example.fine, "empty.png")
        let plain = try Program.run(arguments)
        let filed = try Program.run(arguments + ["--output", path])
        #expect(filed.output == "")
        #expect(filed.errors == "")
        #expect(filed.status == plain.status)
        #expect(try scratch.text(of: "report") == plain.output)
    }

    @Test(arguments: [
        ("/nonexistent/report", "No such file or directory"), (".", "Is a directory"),
        ("jpeg-photo.jpg/report", "Not a directory"),
    ])
    func `--output to where nothing can be written is 2`(_ path: String, _ message: String) throws {
        let run = try Program.run(Example.check(Example.fine, "--output", path))
        #expect(run.status == 2)
        #expect(run.errors == "imgcheck: \(path): \(message)\n")
        #expect(run.output == "")
    }

    @Test(
        arguments: [
            ([], [:], false),
            (["--color", "auto"], [:], false),
            (["--color", "never"], [:], false),
            (["--color", "always"], [:], true),
            (["--color", "always"], ["NO_COLOR": "1"], true),
            (["--color", "auto"], ["NO_COLOR": "1"], false),
        ] as [([String], [String: String], Bool)]
    )
    func `colour goes to terminals, or where it is asked for`(
        _ options: [String],
        _ environment: [String: String],
        _ isColored: Bool
    ) throws {
        let run = try Program.run(
            Example.check(Example.fine) + options,
            environment: environment
        )
        #expect(run.output.contains("\u{1B}[") == isColored)
        #expect(run.status == 0)
    }

    @Test(
        .enabled(
            if: (try? Program.shell("script -qec true /dev/null").status) == 0,
            "needs script(1) and a pseudo-terminal"
        ),
        arguments: [("", true), ("NO_COLOR= ", true), ("NO_COLOR=1 ", false)]
    )
    func `on a terminal colour comes by itself unless NO_COLOR is set`(
        _ variable: String,
        _ isColored: Bool
    ) throws {
        let command = "\(variable)\"$imgcheck\" --model \(Example.model) \(Example.fine)"
        let run = try Program.shell("script -qec '\(command)' /dev/null")
        #expect(run.output.contains("accepted"))
        #expect(run.output.contains("\u{1B}[") == isColored)
    }

    @Test
    func `--quiet leaves out images of which nothing is to be said`() throws {
        let files = [Example.fine, "jpeg-gps.jpg", "gone.png", "png-rgb8.png"]
        let loud = try Program.run(Example.check() + files)
        let quiet = try Program.run(Example.check("--quiet") + files)
        #expect(quiet.status == loud.status)
        #expect(loud.output.contains(Example.fine) && loud.output.contains("png-rgb8.png"))
        #expect(!quiet.output.contains(Example.fine) && !quiet.output.contains("png-rgb8.png"))
        #expect(quiet.output.contains("jpeg-gps.jpg") && quiet.output.contains("gone.png"))
        #expect(quiet.output.contains("images  4 of 500"))
    }
}
