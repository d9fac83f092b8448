import Fixtures
import Foundation
import Testing

/// File names are bytes, and text from them is shown and never obeyed.
struct HostileNameTests {
    /// How the shell's `printf` writes a name, and how text and JSON show it.
    struct Name: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let printf: String
        let shown: String
        let source: String

        init(_ description: String, _ printf: String, _ shown: String, _ source: String) {
            testDescription = description
            self.printf = printf
            self.shown = shown
            self.source = source
        }
    }

    static let names = [
        Name("newline", #"a\nb.png"#, #"a\u{000a}b.png"#, "a\nb.png"),
        Name("escape", #"a\033[31mb.png"#, #"a\u{001b}[31mb.png"#, "a\u{1B}[31mb.png"),
        Name("bell", #"a\007.png"#, #"a\u{0007}.png"#, "a\u{7}.png"),
        Name("delete", #"a\177.png"#, #"a\u{007f}.png"#, "a\u{7F}.png"),
        Name("C1", #"a\302\233.png"#, #"a\u{009b}.png"#, "a\u{9B}.png"),
        Name("right-to-left", #"a\342\200\256gnp.png"#, #"a\u{202e}gnp.png"#, "a\u{202E}gnp.png"),
        Name("isolate", #"a\342\201\246.png"#, #"a\u{2066}.png"#, "a\u{2066}.png"),
        Name("line separator", #"a\342\200\250.png"#, #"a\u{2028}.png"#, "a\u{2028}.png"),
        Name("quote and backslash", #"\042\134.png"#, #""\.png"#, #""\.png"#),
        Name("Latin-1", #"caf\351.png"#, #"caf\xe9.png"#, #"caf\xe9.png"#),
        Name("no UTF-8 at all", #"\377\376.png"#, #"\xff\xfe.png"#, #"\xff\xfe.png"#),
        Name("private use", #"\364\217\277\277.png"#, "\u{10FFFF}.png", "\u{10FFFF}.png"),
    ]

    /// Gives the name to a fine image and judges it as an argument, from a list and in a folder.
    private static func judge(_ name: Name, format: String) throws -> [Program.Run] {
        let scratch = try Scratch()
        let image = Fixture.pngGray1.path
        let check = "\"$imgcheck\" --model \(Example.model) --format \(format)"
        return try [
            "\(check) \"$(printf '\(name.printf)')\"",
            "printf '\(name.printf)' | \(check) -0 --files-from -",
            "cd .. && \(check) --recursive \(scratch.path)",
        ]
        .map { command in
            let copy = "cp \(image) \"$(printf '\(name.printf)')\""
            return try Program.shell("\(copy) && \(command)", in: scratch.path)
        }
    }

    @Test(arguments: names)
    func `the command at the end finds the file again`(_ name: Name) throws {
        let scratch = try Scratch()
        let copy = "cp \(Fixture.gif2Frames.path) \"$(printf '\(name.printf)')\""
        let check = "\"$imgcheck\" --model databricks-gpt-5 \"$(printf '\(name.printf)')\""
        let output = try Program.shell("\(copy) && \(check)", in: scratch.path).output
        let last = try #require(output.split(separator: "\n").last)
        #expect(Self.controls(in: String(last)).isEmpty)
        let command = last.trimmingPrefix("1 fixable: ")
        let folder = Program.folder.path(percentEncoded: false)
        try scratch.write("PATH='\(folder)':$PATH\n\(command)\n".utf8, to: "next.sh")
        let run = try Program.shell("bash next.sh", in: scratch.path)
        #expect(run.status == 0, "\(command)\n\(run.errors)")
        let written = try FileManager.default.contentsOfDirectory(atPath: scratch.path + "/fixed")
        #expect(written.count == 1)
    }

    @Test(arguments: names)
    func `text shows the name and obeys nothing`(_ name: Name) throws {
        for run in try Self.judge(name, format: "text") {
            #expect(run.status == 0)
            #expect(run.output.contains(name.shown))
            #expect(Self.controls(in: run.output).isEmpty)
            #expect(run.errors == "")
        }
    }

    @Test(arguments: names)
    func `JSON gives the name back and holds no control`(_ name: Name) throws {
        for run in try Self.judge(name, format: "jsonl") {
            #expect(run.status == 0)
            #expect(Self.controls(in: run.output).isEmpty)
            let image = try JSONTree(run.output.prefix { $0 != "\n" })
            #expect(image["source"]?.text?.hasSuffix(name.source) == true)
            #expect(image["verdict"] == .string("accepted"))
        }
    }

    @Test(arguments: names)
    func `messages on standard error obey nothing`(_ name: Name) throws {
        let run = try Program.shell(
            "\"$imgcheck\" --model \(Example.model) --files-from \"$(printf 'x\(name.printf)')\""
        )
        #expect(run.status == 2)
        #expect(run.errors.contains("x\(name.shown): No such file or directory"))
        #expect(Self.controls(in: run.errors).isEmpty)
    }

    @Test(arguments: names)
    func `usage errors obey nothing`(_ name: Name) throws {
        let run = try Program.shell(
            "\"$imgcheck\" --model \"$(printf 'x\(name.printf)')\" \(Example.fine)"
        )
        #expect(run.status == 64)
        #expect(Self.controls(in: run.errors).isEmpty)
    }

    /// The characters that a terminal obeys, the newline between lines left out.
    private static func controls(in text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A: false
            case 0..<0x20, 0x7F..<0xA0, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069: true
            default: false
            }
        }
    }
}
