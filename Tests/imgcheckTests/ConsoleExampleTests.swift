import Foundation
import Testing

/// What the README and docs/ print of a console is what the program prints there.
struct ConsoleExampleTests {
    /// A command that stands after `$ ` in a block of a document, and what stands below it.
    struct Example: Sendable, CustomTestStringConvertible {
        let document: String
        let command: String
        let output: String

        var testDescription: String { "\(document): \(command)" }
    }

    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let examples = ["README.md", "docs/command-line.md", "docs/reporters.md"]
        .flatMap { document -> [Example] in
            let text = try? String(contentsOf: root.appending(path: document), encoding: .utf8)
            return (text ?? "").components(separatedBy: "```console\n").dropFirst()
                .compactMap { $0.components(separatedBy: "\n```").first }
                .map { example($0, in: document) }
        }

    private static func example(_ block: String, in document: String) -> Example {
        let lines = block.components(separatedBy: "\n")
        let last = lines.firstIndex { !$0.hasSuffix("|") && !$0.hasSuffix("\\") } ?? 0
        return Example(
            document: document,
            command: String(lines[...last].joined(separator: "\n").dropFirst("$ ".count)),
            output: lines[(last + 1)...].joined(separator: "\n")
        )
    }

    @Test func `there are examples`() {
        #expect(
            Set(Self.examples.map(\.document))
                .isSuperset(of: ["README.md", "docs/command-line.md"])
        )
    }

    @Test(arguments: examples.filter { !$0.output.isEmpty })
    func `the program prints what the document does`(_ example: Example) throws {
        let scratch = try Scratch()
        try scratch.link("Fixtures", to: Self.root.appending(path: "Fixtures").path())
        let folder = Program.folder.path(percentEncoded: false)
        let script = "PATH='\(folder)':$PATH; exec 2>&1\n\(example.command)\n"
        try scratch.write(script.utf8, to: "example.sh")
        if example.command.contains("jq "), try Program.shell("command -v jq").status != 0 {
            return
        }
        let run = try Program.shell("bash example.sh", in: scratch.path)
        #expect(run.output.trimmingCharacters(in: .newlines) == example.output)
    }
}
