import Fixtures
import Foundation
import Testing

/// Which ignore files hold in a walk, and which of them wins.
struct IgnoreFileTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Ignore files by their paths.
        let files: [String: String]
        let arguments: [String]
        /// The images of ``images`` that are judged.
        let judged: [String]

        init(
            _ description: String,
            _ files: [String: String],
            _ arguments: [String],
            judged: [String]
        ) {
            testDescription = description
            self.files = files
            self.arguments = arguments
            self.judged = judged
        }
    }

    static let images = ["in/a.png", "in/b.png", "in/c/a.png", "in/c/d/a.png"]
    private static let ours = ".imgcheckignore"
    private static let git = ".gitignore"

    static let rows = [
        Row("none", [:], ["in"], judged: images),
        Row(
            "ours, without an option",
            ["in/\(ours)": "b.png"],
            ["in"],
            judged: images.without("b")
        ),
        Row("ours, but everything", ["in/\(ours)": "b.png"], ["--all", "in"], judged: images),
        Row("that of Git, not asked for", ["in/\(git)": "b.png"], ["in"], judged: images),
        Row(
            "that of Git, asked for",
            ["in/\(git)": "b.png"],
            ["--ignore-vcs", "in"],
            judged: images.without("b")
        ),
        Row("a folder", ["in/\(ours)": "c/"], ["in"], judged: ["in/a.png", "in/b.png"]),
        Row(
            "nothing in a folder is taken back",
            ["in/\(ours)": "c/", "in/c/\(ours)": "!a.png"],
            ["in"],
            judged: ["in/a.png", "in/b.png"]
        ),
        Row(
            "the deeper file wins",
            ["in/\(ours)": "a.png", "in/c/\(ours)": "!a.png", "in/c/d/\(ours)": "a.png"],
            ["in"],
            judged: ["in/b.png", "in/c/a.png"]
        ),
        Row(
            "ours wins over that of Git",
            ["in/\(ours)": "!a.png", "in/c/\(git)": "a.png", "in/\(git)": "b.png"],
            ["--ignore-vcs", "in"],
            judged: images.without("b")
        ),
        Row(
            "bound to its folder",
            ["in/c/\(ours)": "/a.png"],
            ["in"],
            judged: images.without("c/a")
        ),
        Row("above the folder", ["\(ours)": "in/c/d"], ["in/c"], judged: ["in/c/a.png"]),
        Row(
            "above, bound",
            ["\(ours)": "/a.png\n/in/b.png"],
            ["in"],
            judged: images.without("in/b")
        ),
        Row(
            "a folder that is named",
            ["\(ours)": "c/"],
            ["in/c"],
            judged: ["in/c/a.png", "in/c/d/a.png"]
        ),
        Row("a file that is named", ["in/\(ours)": "*"], ["in/a.png"], judged: ["in/a.png"]),
        Row(
            "above the repository",
            ["\(git)": "*.png", "in/\(git)": "b.png", "in/.git/HEAD": ""],
            ["--ignore-vcs", "in/c", "in"],
            judged: ["in/c/a.png", "in/c/d/a.png"] + images.without("b")
        ),
        Row(
            "in the repository, above the folder",
            [".git/HEAD": "", "\(git)": "d/"],
            ["--ignore-vcs", "in"],
            judged: images.without("c/d")
        ),
    ]

    @Test(arguments: rows)
    func `what is judged`(_ row: Row) throws {
        let scratch = try Scratch()
        for image in Self.images { try scratch.write(Fixture.pngGray1.bytes(), to: image) }
        for (name, lines) in row.files { try scratch.write(Array(lines.utf8), to: name) }
        let run = try Program.run(
            ["--model", Example.model, "--format", "json"] + row.arguments,
            in: scratch.path
        )
        let found = try JSONTree(report: run.output)["images"]?.elements
            .compactMap { $0["source"]?.text }
        #expect(found?.filter { $0.hasSuffix(".png") } == row.judged)
        if !row.arguments.contains("--all") {
            #expect(try JSONTree(report: run.output)["passedByCount"] == row.passedBy)
        }
    }

    @Test
    func `everything and ignoring are wrong usage together`() throws {
        let run = try Program.run(Example.check("--all", "--ignore-vcs", "."))
        #expect(run.status == 64)
        #expect(run.errors.contains("--all judges what --ignore-vcs leaves out"))
    }

    @Test(arguments: ["--all", "--hidden", "--ignore-vcs"])
    func `what is said of folders means nothing for a body`(option: String) throws {
        for command in ["check", "request"] {
            let run = try Program.run([command, "--model", Example.model, "--body", "a", option])
            #expect(run.status == 64)
            #expect(run.errors.contains("\(option) has no effect here, since "))
        }
    }

    @Test(.enabled(if: NSUserName() != "root", "nothing is forbidden to root"))
    func `an ignore file that may not be read is said to`() throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "in/a.png")
        let path = try scratch.write([], to: "in/.imgcheckignore")
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        let run = try Program.run(Example.check("in"), in: scratch.path)
        #expect(run.status == 2)
        #expect(run.output.contains("? in/.imgcheckignore"))
    }

    @Test
    func `a pipe of that name is not waited for`() throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "in/a.png")
        let run = try Program.shell(
            "mkfifo in/.imgcheckignore; \"$imgcheck\" --model \(Example.model) in",
            in: scratch.path
        )
        #expect(run.status == 0)
    }
}

extension IgnoreFileTests.Row {
    /// The other files in the walked folders: those of Git where they do not hold.
    fileprivate var passedBy: JSONTree? {
        let isIdle = !arguments.contains("--ignore-vcs") && files.keys.contains("in/.gitignore")
        return isIdle ? .integer(1) : nil
    }
}

extension [String] {
    /// The paths that do not hold a part.
    fileprivate func without(_ part: String) -> [String] { filter { !$0.contains(part) } }
}
