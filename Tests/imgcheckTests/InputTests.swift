import Fixtures
import Foundation
import Testing

/// Names from lists, folders and standard input.
struct InputTests {
    /// The sources of a run's images, in their order.
    private static func sources(_ run: Program.Run) throws -> [String?] {
        try JSONTree(report: run.output)["images"].map { $0.elements.map { $0["source"]?.text } }
            ?? []
    }

    private static func json(_ arguments: String...) -> [String] {
        ["--model", Example.model, "--format", "json"] + arguments
    }

    @Test
    func `an image on standard input has the source -`() throws {
        let run = try Program.run(
            Self.json("a.png", "-"),
            input: Fixture.jpegPhoto.path
        )
        #expect(try Self.sources(run) == ["a.png", "-"])
        #expect(
            try JSONTree(report: run.output)["images"]?.elements[1]["verdict"]
                == .string("accepted")
        )
        #expect(run.status == 2)
    }

    @Test
    func `empty standard input is an empty image`() throws {
        let run = try Program.run(Example.check("-"))
        #expect(run.status == 1)
        #expect(run.output.contains("IMG101"))
    }

    @Test
    func `a pipe on standard input is read to its end`() throws {
        let run = try Program.shell(
            """
            { head -c 100 jpeg-photo.jpg; sleep 0.2; tail -c +101 jpeg-photo.jpg; } |
                "$imgcheck" --model \(Example.model) -
            """
        )
        #expect(run.status == 0)
        #expect(run.output.contains("24,465"))
    }

    @Test(arguments: [
        (#"png-gray1.png\n"#, "", ["png-gray1.png"]),
        (#"png-gray1.png"#, "", ["png-gray1.png"]),
        (#"\npng-gray1.png\n\n\njpeg-mark.jpg\n"#, "", ["png-gray1.png", "jpeg-mark.jpg"]),
        (#" png-gray1.png \n"#, "", [" png-gray1.png "]),
        (#"png-gray1.png\r\n"#, "", ["png-gray1.png"]),
        (#"-\n"#, "", ["-"]),
        (
            #"\357\273\277png-gray1.png\r\njpeg-mark.jpg\n\r\n"#, "",
            ["png-gray1.png", "jpeg-mark.jpg"]
        ),
        (#"a.png\r\nb.png\r"#, "", ["a.png", "b.png"]),
        (#"\357\273\277a.png\r\0"#, "-0", ["\u{FEFF}a.png\r"]),
        (#"\377\376.png\n"#, "", [#"\xff\xfe.png"#]),
        (#"png-gray1.png\0jpeg-mark.jpg\0"#, "-0", ["png-gray1.png", "jpeg-mark.jpg"]),
        (#"two\nlines.png\0\0"#, "-0", ["two\nlines.png"]),
        (#"png-gray1.png\0"#, "--null", ["png-gray1.png"]),
    ])
    func `names from a list, in a file or on standard input`(
        _ list: String,
        _ option: String,
        _ expected: [String]
    ) throws {
        let check = "\"$imgcheck\" \(Self.json().joined(separator: " ")) \(option) --files-from"
        let scratch = try Scratch()
        let file = "\(scratch.path)/list"
        let fromFile = try Program.shell("printf -- '\(list)' > \(file); \(check) \(file)")
        let fromInput = try Program.shell("printf -- '\(list)' | \(check) -")
        #expect(try Self.sources(fromFile) == expected)
        #expect(fromFile.output == fromInput.output)
        #expect(fromFile.status == fromInput.status)
    }

    @Test
    func `names of a list come after those of the command line`() throws {
        let scratch = try Scratch()
        let list = try scratch.write(Array("b\na\n".utf8), to: "list")
        let run = try Program.run(Self.json("c", "--files-from", list, "d"))
        #expect(try Self.sources(run) == ["c", "d", "b", "a"])
    }

    @Test(arguments: [
        ("", Int32(64), "Which images?"), ("\n\n", 64, "Which images?"),
    ])
    func `a list without names names no input`(
        _ list: String,
        _ status: Int32,
        _ message: String
    ) throws {
        let scratch = try Scratch()
        let path = try scratch.write(Array(list.utf8), to: "list")
        let run = try Program.run(Example.check("--files-from", path))
        #expect(run.status == status)
        #expect(run.errors.contains(message))
    }

    @Test(arguments: [
        (#"\377\376a\0.\0p\0n\0g\0\r\0\n\0"#, "the list is in UTF-16"),
        (#"\376\377\0a\0.\0p\0n\0g\0\n"#, "the list is in UTF-16"),
        (#"a\0.\0p\0n\0g\0\n\0"#, "the list is in UTF-16"),
        (#"a.png\0b.png\0"#, "the names in the list end with NUL"),
    ])
    func `a list that is no text of names is 2`(_ list: String, _ message: String) throws {
        let run = try Program.shell(
            "printf '\(list)' | \"$imgcheck\" --model \(Example.model) --files-from -"
        )
        #expect(run.status == 2)
        #expect(run.errors.contains("imgcheck: -: \(message)"))
        #expect(run.output == "")
    }

    @Test
    func `a list that cannot be read is 2`() throws {
        let run = try Program.run(Example.check("--files-from", "no-list"))
        #expect(run.status == 2)
        #expect(run.errors == "imgcheck: no-list: No such file or directory\n")
        #expect(run.output == "")
    }

    @Test
    func `folders are walked in the order of their names, and links to folders are not`() throws {
        let scratch = try Scratch()
        let image = try Fixture.pngGray1.bytes()
        for name in ["b.png", "a/z.png", "a/b/c.png", "B.png", "a-.png", ".git/x.png", ".x.png"] {
            try scratch.write(image, to: "top/\(name)")
        }
        try scratch.link("top/a/cycle", to: "..")
        try scratch.link("top/link.png", to: "b.png")
        try scratch.link("top/dangling.png", to: "nowhere")
        let run = try Program.run(Self.json("--recursive", "top", "top/.x.png"), in: scratch.path)
        #expect(
            try Self.sources(run) == [
                "top/B.png", "top/a/b/c.png", "top/a/z.png", "top/a-.png", "top/b.png",
                "top/dangling.png", "top/link.png", "top/.x.png",
            ]
        )
        #expect(run.status == 2)
    }

    @Test
    func `a folder without images is no input`() throws {
        let scratch = try Scratch()
        let run = try Program.run(Example.check("-r", scratch.path))
        #expect(run.status == 64)
    }

    @Test
    func `a pipe that is named is not waited for`() throws {
        let scratch = try Scratch()
        let run = try Program.shell(
            "mkfifo pipe; \"$imgcheck\" \(Self.json("pipe").joined(separator: " "))",
            in: scratch.path
        )
        #expect(run.status == 2)
        let image = try JSONTree(report: run.output)["images"]?.elements.first
        let reason = try #require(image?["error"]?.text)
        #expect(reason.hasPrefix("A pipe, not a file: "))
    }

    @Test(arguments: [["check"], ["fix", "--out", "out"], ["request"]])
    func `without an image the usage of the command is shown`(command: [String]) throws {
        let run = try Program.run(command + ["--model", Example.model])
        #expect(run.status == 64)
        #expect(run.output == "")
        let parts = ["Error: Which images?", "Usage: imgcheck \(command[0]) ["]
        for part in parts { #expect(run.errors.contains(part)) }
    }

    @Test
    func `pipes and sockets in a folder are passed by`() throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "top/a.png")
        let run = try Program.shell(
            "mkfifo top/pipe; \"$imgcheck\" \(Self.json("-r", "top").joined(separator: " "))",
            in: scratch.path
        )
        #expect(try Self.sources(run) == ["top/a.png"])
        #expect(run.status == 0)
    }
}
