import Fixtures
import Foundation
import Testing

/// Tables from files: `--rules` and `rules lint`.
struct RuleTableTests {
    static let tables = URL(filePath: Fixture.folder)
        .deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "rules/tables").path(percentEncoded: false)

    /// A built-in table under another name, with one thing changed.
    private static func table(
        named name: String,
        replacing old: String = "",
        with new: String = ""
    ) throws -> [UInt8] {
        let url = URL(filePath: "\(tables)/databricks-gpt-5.json")
        let text = try String(contentsOf: url, encoding: .utf8)
            .replacing("\"name\": \"databricks-gpt-5\"", with: "\"name\": \"\(name)\"")
        guard !old.isEmpty else { return Array(text.utf8) }
        try #require(text.contains(old))
        return Array(text.replacing(old, with: new, maxReplacements: 1).utf8)
    }

    @Test
    func `the built-in tables have no mistake`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.tables).sorted()
        let run = try Program.run(["rules", "lint"] + names, in: Self.tables)
        #expect(run.status == 0)
        #expect(run.errors == "")
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == names.count)
        #expect(lines.allSatisfy { $0.hasSuffix("limits, no mistake") })
    }

    @Test
    func `lint names file, line, column, key path and mistake`() throws {
        let scratch = try Scratch()
        try scratch.write(
            Self.table(named: "x", replacing: "\"atMost\": 1,", with: "\"atMots\": 1,"),
            to: "x.json"
        )
        let run = try Program.run(["rules", "lint", "x.json"], in: scratch.path)
        #expect(run.status == 1)
        #expect(run.errors == "")
        #expect(run.output.contains("x.json:"))
        #expect(run.output.contains("limits[1]"))
        #expect(run.output.contains("atMots"))
    }

    @Test(
        arguments: [
            (["good.json"], Int32(0)), (["bad.json"], 1), (["gone.json"], 2),
            (["bad.json", "good.json"], 1), (["gone.json", "bad.json", "good.json"], 2), ([], 64),
        ] as [([String], Int32)]
    )
    func `lint's status is the worst of its files, and all are looked at`(
        _ files: [String],
        _ status: Int32
    ) throws {
        let scratch = try Scratch()
        try scratch.write(Self.table(named: "good"), to: "good.json")
        try scratch.write(Array("{".utf8), to: "bad.json")
        let run = try Program.run(["rules", "lint"] + files, in: scratch.path)
        #expect(run.status == status)
        #expect(run.output.contains("good, ") == files.contains("good.json"))
        #expect(run.output.contains("bad.json:1:") == files.contains("bad.json"))
        #expect(run.errors.contains("gone.json: No such file") == files.contains("gone.json"))
    }

    @Test
    func `lint goes on after what it cannot read, each told in its place`() throws {
        let scratch = try Scratch()
        try scratch.write(Array(#"{"schemaVersion": 9}"#.utf8), to: "d/aa.json")
        try scratch.write([], to: "d/x.json/inside.txt")
        try scratch.link("d/y.json", to: "nowhere")
        #expect(try Program.shell("mkfifo d/yy.json", in: scratch.path).status == 0)
        try scratch.write(Self.table(named: "good"), to: "d/zz.json")
        let run = try Program.run(["rules", "lint", "gone", "d"], in: scratch.path)
        #expect(run.status == 2)
        #expect(run.output.contains("d/aa.json:1:19: schemaVersion: This must be"))
        #expect(run.output.hasSuffix("no mistake\n"))
        #expect(
            run.errors == """
                imgcheck: gone: No such file or directory
                imgcheck: d/x.json: Is a directory
                imgcheck: d/y.json: No such file or directory
                imgcheck: d/yy.json: it is no file

                """
        )
        let all = try Program.shell("\"$imgcheck\" rules lint d 2>&1", in: scratch.path)
        let places = all.output.split(separator: "\n")
            .compactMap { line in
                ["aa", "x", "y", "zz"].first { line.contains("d/\($0).json") }
            }
        #expect(
            places.reduce(into: []) { if $0.last != $1 { $0.append($1) } } == [
                "aa", "x", "y", "zz",
            ]
        )
    }

    @Test
    func `a table that is added is used and named`() throws {
        let scratch = try Scratch()
        let path = try scratch.write(Self.table(named: "mine"), to: "mine.json")
        let run = try Program.run(
            ["--rules", path, "--model", "mine", "--format", "json", Example.fine])
        #expect(run.status == 0)
        #expect(try JSONTree(report: run.output)["model"]?["name"] == .string("mine"))
        #expect(try JSONTree(report: run.output)["model"]?["table"] == .string(path))
    }

    @Test
    func `a table of a built-in's name replaces it, also from a folder`() throws {
        let scratch = try Scratch()
        try scratch.write(
            Self.table(
                named: Example.model,
                replacing: "[\"jpeg\", \"png\", \"webp\", \"gif\"]",
                with: "[\"png\"]"
            ),
            to: "tables/a.json"
        )
        try scratch.write(Self.table(named: "mine"), to: "tables/b.json")
        try scratch.write(Array("no table".utf8), to: "tables/readme.txt")
        let rules = ["--rules", "\(scratch.path)/tables"]
        let replaced = try Program.run(Example.check(Example.fine) + rules)
        #expect(replaced.status == 1)
        #expect(replaced.output.contains("IMG101"))
        #expect(try Program.run(rules + ["--model", "mine", Example.fine]).status == 0)
        #expect(try Program.run(["models"] + rules).output.contains("\nmine "))
    }

    @Test
    func `a broken table is 2 and names file, line, key path and mistake`() throws {
        let scratch = try Scratch()
        let path = try scratch.write(
            Self.table(named: "x", replacing: "\"measure\"", with: "\"meassure\""),
            to: "x.json"
        )
        let run = try Program.run(Example.check("--rules", path, Example.fine))
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.hasPrefix("imgcheck: \(path):"))
        #expect(run.errors.contains("limits[0].meassure"))
        #expect(run.errors.contains("\u{201C}measure\u{201D}"))
    }

    @Test(arguments: ["gone.json", "gone"])
    func `a table that is not there is 2`(_ path: String) throws {
        let run = try Program.run(Example.check("--rules", path, Example.fine))
        #expect(run.status == 2)
        #expect(run.errors == "imgcheck: \(path): No such file or directory\n")
    }
}
