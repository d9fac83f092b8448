import Fixtures
import Foundation
import Testing

/// What is said of a name at which nothing stands, or nothing that can be read.
struct MissingNameTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let there: String
        let asked: String
        let error: String

        init(_ description: String, there: String, asked: String, _ error: String) {
            testDescription = description
            self.there = there
            self.asked = asked
            self.error = error
        }
    }

    static let rows = [
        Row(
            "a screenshot of macOS",
            there: "Screenshot 2024-05-01 at 9.41.02\u{202F}AM.png",
            asked: "Screenshot 2024-05-01 at 9.41.02 AM.png",
            "No such file; a file there differs only in a narrow no-break space: "
                + "'Screenshot 2024-05-01 at 9.41.02\u{202F}AM.png'"
        ),
        Row("no-break space", there: "a\u{A0}b.png", asked: "a b.png", "only in a no-break space"),
        Row("the other way", there: "a b.png", asked: "a\u{A0}b.png", "only in a no-break space"),
        Row("NFD", there: "e\u{301}te.png", asked: "\u{E9}te.png", "its Unicode normal form"),
        Row("NFC", there: "\u{E9}te.png", asked: "e\u{301}te.png", "its Unicode normal form"),
        Row("case", there: "Photo.JPG", asked: "photo.jpg", "letter case: 'Photo.JPG'"),
        Row("space at the end", there: "a.png ", asked: "a.png", "a space at its start or end"),
        Row("invisible", there: "a\u{200B}b.png", asked: "ab.png", "a character that is not shown"),
        Row("dash", there: "a\u{2013}b.png", asked: "a-b.png", "a dash or quotation mark"),
        Row(
            "several",
            there: "A\u{202F}b.png",
            asked: "a b.png",
            "only in a narrow no-break space and letter case: "
        ),
        Row("one letter", there: "photo.jpg", asked: "phoot.jpg", "did you mean 'photo.jpg'?"),
        Row("a digit", there: "photo1.jpg", asked: "photo2.jpg", "No such file or directory"),
        Row("far", there: "photo.jpg", asked: "pictures.jpg", "No such file or directory"),
        Row(
            "a folder",
            there: "My\u{A0}Shots/a.png",
            asked: "My Shots/a.png",
            "No such folder 'My Shots'; a folder there differs only in a no-break space: "
        ),
    ]

    private static func error(of path: String, in scratch: Scratch) throws -> String? {
        let run = try Program.run(
            ["--model", Example.model, "--format", "json", path],
            in: scratch.path
        )
        #expect(run.status == 2)
        return try JSONTree(report: run.output)["images"]?.elements.first?["error"]?.text
    }

    @Test(arguments: rows)
    func `what stands there instead is said`(_ row: Row) throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "in/\(row.there)")
        let error = try #require(try Self.error(of: "in/\(row.asked)", in: scratch))
        #expect(error.contains(row.error), "\(error)")
    }

    @Test
    func `names in a list are looked for in the same way`() throws {
        let scratch = try Scratch()
        try scratch.write(Fixture.pngGray1.bytes(), to: "a\u{A0}b.png")
        try scratch.write(Array("a b.png\n".utf8), to: "list")
        let run = try Program.run(Example.check("--files-from", "list"), in: scratch.path)
        #expect(run.output.contains("a no-break space"))
    }

    @Test
    func `of two names with one other letter none is proposed`() throws {
        let scratch = try Scratch()
        for name in ["photon.jpg", "photos.jpg"] { try scratch.write([], to: name) }
        #expect(try Self.error(of: "photo.jpg", in: scratch) == "No such file or directory")
    }

    @Test
    func `a link to nothing is said to be one`() throws {
        let scratch = try Scratch()
        try scratch.link("a.png", to: "nowhere")
        let error = try Self.error(of: "a.png", in: scratch)
        #expect(error == "No such file: a link has this name, and what it points to is not there.")
    }

    @Test(.timeLimit(.minutes(1)))
    func `many missing names take one look into their folder`() throws {
        let scratch = try Scratch()
        for index in 0..<2_000 { try scratch.write([], to: "in/photo\(index).txt") }
        let list = (0..<20_000).map { "in/other\($0).png\n" }.joined()
        try scratch.write(Array(list.utf8), to: "list")
        let run = try Program.run(
            Example.check("--quiet", "--format", "jsonl", "--files-from", "list"),
            in: scratch.path
        )
        #expect(run.status == 2)
    }

    @Test(arguments: [
        ("mkfifo x", "A pipe, not a file"), ("ln -s /dev/null x", "A device, not a file"),
        ("ln -s x x", "Too many levels of symbolic links: the links lead in a circle."),
        ("true", "No such file or directory"),
        ("python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind(\"x\")'", "A socket, "),
    ])
    func `what cannot be read is called what it is`(_ making: String, _ error: String) throws {
        let scratch = try Scratch()
        let run = try Program.shell(
            "\(making) && \"$imgcheck\" --model \(Example.model) x",
            in: scratch.path
        )
        #expect(run.status == 2)
        #expect(run.output.contains(error), "\(run.output)")
    }

    @Test
    func `a name that is too long is said to be`() throws {
        let scratch = try Scratch()
        let error = try Self.error(of: String(repeating: "a", count: 300), in: scratch)
        #expect(error?.hasPrefix("File name too long: ") == true)
    }
}
