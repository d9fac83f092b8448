import Fixtures
import Foundation
import Testing

/// What a person sees on a terminal: a pseudo-terminal of a known width.
@Suite(
    .enabled(
        if: (try? Program.shell("script -qec true /dev/null").status) == 0,
        "needs script(1) and a pseudo-terminal"
    )
)
struct TerminalReportTests {
    private static let models = ["databricks-gpt-5", "databricks-claude-3-7-sonnet"]

    /// A folder of five hundred files: each fixture that is decoded quickly, again and again.
    private static func folder() throws -> Scratch {
        let scratch = try Scratch()
        let fixtures = Fixture.all.map(\.name).filter { !$0.hasPrefix("guard-") }.sorted()
        try FileManager.default.createDirectory(
            atPath: "\(scratch.path)/shots",
            withIntermediateDirectories: true
        )
        for number in 0..<500 {
            let name = fixtures[number % fixtures.count]
            let digits = String(number).count
            let prefix = String(repeating: "0", count: 3 - digits) + String(number)
            try scratch.link("shots/\(prefix)-\(name)", to: "\(Example.fixtures)/\(name)")
        }
        return scratch
    }

    /// Runs the program on a terminal; returns the lines of its standard output.
    private static func lines(
        _ command: String,
        columns: Int,
        in folder: String,
        variables: String = ""
    ) throws -> [String] {
        let run = try Program.shell(
            "script -qec 'stty cols \(columns) rows 50; \(variables)\"$imgcheck\" \(command) --quiet' "
                + "/dev/null",
            in: folder
        )
        return run.output.replacing("\r\n", with: "\n")
            .split(separator: "\n", omittingEmptySubsequences: false)
            .dropLast().map(String.init)
    }

    @Test(arguments: [80, 140])
    func `five hundred files and two models are told in sixty lines`(columns: Int) throws {
        let scratch = try Self.folder()
        let command =
            Self.models.map { "--model \($0) " }.joined() + "--all shots"
        let plain = try Self.lines(
            command,
            columns: columns,
            in: scratch.path,
            variables: "NO_COLOR=1 "
        )
        #expect(plain.count <= 60)
        #expect(plain.allSatisfy { $0.count <= columns })
        let concise = try Program.run(
            Self.models.flatMap { ["--model", $0] }
                + ["--all", "--format", "concise", "shots"],
            in: scratch.path
        )
        let codes = Set(concise.output.matches(of: #/[A-Z]{3}\d{3}/#).map { String($0.output) })
        #expect(codes.count > 15)
        for code in codes { #expect(plain.contains { $0.contains(code) }, "\(code)") }
        try Snapshot.expect(
            plain.joined(separator: "\n") + "\n",
            matches: "terminal-\(columns).txt"
        )

        let coloured = try Self.lines(command, columns: columns, in: scratch.path)
        #expect(coloured.map { $0.replacing(#/\u{1B}\[[0-9]+m/#, with: "") } == plain)
        try Snapshot.expect(
            coloured.joined(separator: "\n") + "\n",
            matches: "terminal-\(columns)-colour.txt"
        )
    }

    @Test(arguments: [80, 100], ["explain", "explain IMG202", "models databricks-gpt-5"])
    func `a page is no wider than the terminal`(columns: Int, command: String) throws {
        let run = try Program.shell(
            "script -qec 'stty cols \(columns) rows 50; TERM=dumb \"$imgcheck\" \(command)' /dev/null"
        )
        let lines = run.output.replacing("\r\n", with: "\n").split(separator: "\n")
        #expect(lines.count > 10)
        for line in lines where !line.contains("https://") {
            #expect(line.count <= columns, "\(line)")
        }
    }

    static let narrow = [
        "models databricks", "models databricks-gpt-5", "explain IMG202", "dialects",
        "rules diff databricks-gpt-5 databricks-gemma-3-12b", "doctor",
        "-m databricks-gpt-5 jpeg-gps.jpg cut-jpeg-half.jpg gif-2-frames.gif",
        "-m all jpeg-gps.jpg cut-jpeg-half.jpg gif-2-frames.gif",
        "-m databricks-gpt-5,databricks-claude-3-7-sonnet jpeg-gps.jpg gif-2-frames.gif",
        "-m databricks-gpt-5 --all .",
        "request -m databricks-gpt-5 jpeg-gps.jpg gif-2-frames.gif",
    ]

    @Test(arguments: [40, 50, 60, 80], narrow)
    func `nothing is wider than a narrow terminal`(columns: Int, command: String) throws {
        let run = try Program.shell(
            "script -qec 'stty cols \(columns) rows 50; TERM=dumb NO_COLOR=1 \"$imgcheck\" \(command)' "
                + "/dev/null"
        )
        let lines = run.output.replacing("\r\n", with: "\n").split(separator: "\n")
        #expect(lines.count > 2)
        // A command is one line, to be copied; an address or a name has no space to break it at.
        for line in lines where !line.contains(": imgcheck ") {
            // Each line of progress is erased by the next one, also by a body, which is one line.
            let shown = line.split(separator: "\r").last?.replacing("\u{1B}[K", with: "") ?? ""
            guard !shown.hasPrefix("{") else { continue }
            let isOneWord = shown.split(separator: " ").count == 1
            #expect(shown.count <= columns || isOneWord, "\(shown)")
        }
    }

    @Test
    func `a remark is no wider than the terminal`() throws {
        let run = try Program.shell(
            "script -qec 'stty cols 60 rows 50; \"$imgcheck\" explain --error nothing' /dev/null"
        )
        let lines = run.output.replacing("\r\n", with: "\n").split(separator: "\n")
        #expect(lines.count > 1 && lines.first?.hasPrefix("imgcheck: No known answer ") == true)
        #expect(lines.allSatisfy { $0.count <= 60 }, "\(lines)")
    }

    @Test(arguments: [
        ("TERM=xterm", true), ("TERM=dumb", false), ("TERM=", false), ("TERM=linux", false),
        ("TERM=xterm NO_COLOR=1", false),
    ])
    func `addresses are links where a terminal shows them`(
        variables: String,
        areLinks: Bool
    ) throws {
        let link = "\u{1B}]8;;https://"
        for command in ["explain IMG202", "models databricks-gpt-5"] {
            let run = try Program.shell(
                "script -qec '\(variables) \"$imgcheck\" \(command)' /dev/null"
            )
            #expect(run.output.contains(link) == areLinks, "\(command)")
            #expect(try !Program.shell("TERM=xterm \"$imgcheck\" \(command)").output.contains(link))
        }
        let check = try Program.shell(
            "script -qec '\(variables) \"$imgcheck\" -m databricks-gpt-5 gif-2-frames.gif' /dev/null"
        )
        #expect(check.output.contains(link) == areLinks, "\(check.output)")
    }

    @Test
    func `one model says what to do in its last line`() throws {
        let scratch = try Self.folder()
        let lines = try Self.lines(
            "--model \(Self.models[0]) --color never shots",
            columns: 80,
            in: scratch.path
        )
        #expect(lines.allSatisfy { $0.count <= 80 })
        #expect(lines.count <= 60)
    }
}
