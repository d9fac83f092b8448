import Fixtures
import Foundation
import Testing

/// Folders as people have them: other files stop nothing, and what is left out is said.
struct WalkTests {
    /// Judges what is in a folder, and gives its sources without the folder's name.
    private static func sources(_ run: Program.Run) throws -> [String] {
        let images = try JSONTree(report: run.output)["images"]?.elements ?? []
        return images.compactMap { $0["source"]?.text }
    }

    private static func json(_ scratch: Scratch, _ arguments: [String]) throws -> Program.Run {
        try Program.run(
            ["--model", Example.model, "--format", "json"] + arguments,
            in: scratch.path
        )
    }

    static let clutter = ["Thumbs.db", ".DS_Store", "desktop.ini", "notes.txt"]

    @Test
    func `other files in a folder are passed by and counted`() throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "in/a.png")
        for name in Self.clutter { try scratch.write(Array("text".utf8), to: "in/\(name)") }
        let text = try Program.run(Example.check("in"), in: scratch.path)
        #expect(text.status == 0)
        #expect(text.errors == "imgcheck: 4 other files passed by; --all judges every file.\n")
        #expect(!text.output.contains("notes"))
        let json = try Self.json(scratch, ["in"])
        #expect(try Self.sources(json) == ["in/a.png"])
        #expect(try JSONTree(report: json.output)["passedByCount"] == .integer(4))
        #expect(json.errors == "")
        let quiet = try Program.run(Example.check("--quiet", "in"), in: scratch.path)
        #expect(quiet.errors == "")
    }

    @Test
    func `one other file is one, and none is not spoken of`() throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "in/a.png")
        let none = try Self.json(scratch, ["in"])
        #expect(try JSONTree(report: none.output)["passedByCount"] == nil)
        #expect(try Program.run(Example.check("in"), in: scratch.path).errors == "")
        try scratch.write([], to: "in/b.txt")
        let one = try Program.run(Example.check("in"), in: scratch.path)
        #expect(one.errors.contains("1 other file passed by"))
    }

    @Test
    func `every file is judged where that is asked for`() throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "in/a.png")
        try scratch.write(Array("*\n".utf8), to: "in/.imgcheckignore")
        for name in Self.clutter { try scratch.write(Array("text".utf8), to: "in/\(name)") }
        let run = try Self.json(scratch, ["--all", "in"])
        #expect(try Self.sources(run).count == Self.clutter.count + 2)
        #expect(try JSONTree(report: run.output)["passedByCount"] == nil)
        #expect(run.status == 1)
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let name: String
        let content: [UInt8]
        let isJudged: Bool

        init(_ name: String, _ content: [UInt8], isJudged: Bool) {
            testDescription = "\(name) of \(content.prefix(8))"
            self.name = name
            self.content = content
            self.isJudged = isJudged
        }

        init(_ name: String, _ content: String, isJudged: Bool) {
            self.init(name, Array(content.utf8), isJudged: isJudged)
        }
    }

    static let rows = [
        Row("page.jpg", "<html>", isJudged: true), Row("empty.png", "", isJudged: true),
        Row("UPPER.JPEG", "", isJudged: true), Row("a.heic", "", isJudged: true),
        Row("a.psd", "", isJudged: true), Row("a.cr2", "", isJudged: true),
        Row("a.svg", "<svg/>", isJudged: true), Row("vector", "<svg/>", isJudged: true),
        Row("hash", [0xFF, 0xD8, 0xFF, 0xE0], isJudged: true),
        Row("a.bin", [0x89] + Array("PNG\r\n\u{1A}\n".utf8), isJudged: true),
        Row("photoshop", "8BPS", isJudged: true), Row("raf", "FUJIFILMCCD-RAW", isJudged: true),
        Row("a.tmp", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0], isJudged: true),
        Row("ruined", [0xEF, 0xBF, 0xBD] + Array("PNG".utf8), isJudged: true),
        Row("empty", "", isJudged: false), Row("README.md", "# GIF89a", isJudged: false),
        Row("label.txt", "0 0.5 0.5 1 1", isJudged: false),
        Row("label.xml", "<?xml version='1.0'?><annotation/>", isJudged: false),
        Row("label.json", "{}", isJudged: false), Row("film.mp4", "", isJudged: false),
        Row("paper.pdf", "%PDF-1.7", isJudged: false), Row("paper", "%PDF-1.7", isJudged: false),
        Row("archive", "PK\u{3}\u{4}", isJudged: false), Row("jpg", "no image", isJudged: false),
        Row("Thumbs.db", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], isJudged: false),
    ]

    @Test(arguments: rows)
    func `name or content calls a file an image`(_ row: Row) throws {
        let scratch = try Scratch()
        try scratch.write(row.content, to: "in/\(row.name)")
        try scratch.write(Fixture.pngGray1.bytes(), to: "in/z.png")
        let walked = try Self.json(scratch, ["in"])
        #expect(try Self.sources(walked) == (row.isJudged ? ["in/\(row.name)"] : []) + ["in/z.png"])
        #expect(walked.status == (row.isJudged ? 1 : 0))
        let named = try Self.json(scratch, ["in/\(row.name)"])
        #expect(try Self.sources(named) == ["in/\(row.name)"])
    }

    @Test(arguments: [["in"], ["-r", "in"], ["--recursive", "in"]])
    func `folders need no option, and the old one changes nothing`(arguments: [String]) throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "in/b/a.png")
        let run = try Self.json(scratch, arguments)
        #expect(try Self.sources(run) == ["in/b/a.png"])
        #expect(run.errors == "")
    }

    @Test
    func `hidden names are looked at where that is asked for`() throws {
        let scratch = try Scratch()
        for name in ["a.png", ".b.png", ".c/d.png"] {
            try scratch.write(Fixture.pngGray1.bytes(), to: "in/\(name)")
        }
        #expect(try Self.sources(Self.json(scratch, ["in"])) == ["in/a.png"])
        let all = ["in/.b.png", "in/.c/d.png", "in/a.png"]
        #expect(try Self.sources(Self.json(scratch, ["--hidden", "in"])) == all)
        #expect(try Self.sources(Self.json(scratch, ["in/.c"])) == ["in/.c/d.png"])
    }

    @Test
    func `links to files are followed, to folders and to nothing they are not`() throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "in/a.png")
        try scratch.link("in/b", to: "a.png")
        try scratch.link("in/c", to: ".")
        try scratch.link("in/d", to: "nowhere")
        let run = try Self.json(scratch, ["in"])
        #expect(try Self.sources(run) == ["in/a.png", "in/b"])
        #expect(run.status == 0)
    }

    @Test
    func `a folder of other files alone is no input, and says so`() throws {
        let scratch = try Scratch()
        try scratch.write([], to: "in/a.txt")
        let run = try Program.run(Example.check("in"), in: scratch.path)
        #expect(run.status == 64)
        #expect(run.errors.contains("There is no image in the folders: 1 other file passed by"))
    }

    @Test
    func `what is passed by is counted where images are changed too`() throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "in/a.png")
        try scratch.write([], to: "in/a.txt")
        for command in [["fix", "--out", "out"], ["request", "--out", "bodies"]] {
            let run = try Program.run(command + Example.check("in"), in: scratch.path)
            #expect(run.status == 0)
            #expect(run.errors.contains("1 other file passed by"))
        }
    }

    @Test(.enabled(if: NSUserName() != "root", "nothing is forbidden to root"))
    func `a folder or file that may not be read is said to`() throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "in/a.png")
        for name in ["locked/b.png", "c.png", "c.txt", "c"] {
            try scratch.write(Fixture.pngGray1.bytes(), to: "in/\(name)")
            let locked = name.split(separator: "/").first.map(String.init) ?? name
            try FileManager.default.setAttributes(
                [.posixPermissions: 0],
                ofItemAtPath: "\(scratch.path)/in/\(locked)"
            )
        }
        defer {
            try? FileManager.default.setAttributes(
                [.posixPermissions: 0o700],
                ofItemAtPath: "\(scratch.path)/in/locked"
            )
        }
        let run = try Self.json(scratch, ["in"])
        #expect(run.status == 2)
        #expect(try Self.sources(run) == ["in/a.png", "in/c", "in/c.png", "in/locked"])
        #expect(run.output.components(separatedBy: "Permission denied: this user").count == 4)
    }

    @Test
    func `many images without an image's name keep few files open`() throws {
        let scratch = try Scratch()
        for index in 0..<200 { try scratch.write(Fixture.pngGray1.bytes(), to: "in/\(index)") }
        let run = try Program.shell(
            "ulimit -n 40; \"$imgcheck\" --model \(Example.model) --format json in",
            in: scratch.path
        )
        #expect(try Self.sources(run).count == 200)
        #expect(run.status == 0)
    }

    @Test
    func `names that are not UTF-8 are walked and ignored byte for byte`() throws {
        let scratch = try Scratch()
        let run = try Program.shell(
            """
            mkdir in; for name in a '\\351' '\\352'; do
                cp "\(Fixture.pngGray1.path)" "in/$(printf "$name")"
            done
            printf '\\352\\n' >in/.imgcheckignore
            "$imgcheck" --model \(Example.model) --format json in
            """,
            in: scratch.path
        )
        #expect(try Self.sources(run) == ["in/a", #"in/\xe9"#])
    }
}
