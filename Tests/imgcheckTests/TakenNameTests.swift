import Testing

/// Tables of `--rules` that have another's name, or leave nothing of what extends them.
struct TakenNameTests {
    private static func table(_ name: String, _ members: String = "") -> String {
        """
        {
          "schemaVersion": 2, "name": "\(name)", "title": "T", "provider": "P",
          "verifiedOn": "2026-11-01"\(members),
          "sources": {"a": {"title": "A", "address": "https://a.example", "checkedOn": "2026-11-01"}},
          "limits": [
            {"code": "IMG101", "measure": "format", "oneOf": ["jpeg"], "evidence": "documented",
             "source": "a"}
          ],
          "tokens": []
        }
        """
    }

    private static func aliases(_ names: String...) -> String {
        #", "aliases": [\#(names.map { "\"\($0)\"" }.joined(separator: ", "))]"#
    }

    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let tables: [String]
        let complaint: String
        /// Whether a run with the tables is refused, and not their check alone.
        var isRefused = true
    }

    static let rows = [
        Row(
            testDescription: "one name twice",
            tables: [table("x"), table("X")],
            complaint: "“x” is the name of the table in"
        ),
        Row(
            testDescription: "an alias that is another's name",
            tables: [table("x"), table("y", aliases("x"))],
            complaint: "“x” is the name of the table in"
        ),
        Row(
            testDescription: "an alias that is another's alias",
            tables: [table("x", aliases("z")), table("y", aliases("z"))],
            complaint: "“z” is the name of the table in"
        ),
        Row(
            testDescription: "an alias that is a built-in name",
            tables: [table("x", aliases("gpt-4o"))],
            complaint: "“gpt-4o” is the name of the built-in table gpt-4o"
        ),
        Row(
            testDescription: "an alias that is a built-in alias",
            tables: [table("x", aliases("grok-4-latest"))],
            complaint: "“grok-4-latest” is the name of the built-in table grok-4",
            isRefused: false
        ),
    ]

    @Test(arguments: rows)
    func `a name belongs to one table`(_ row: Row) throws {
        let scratch = try Scratch()
        for (index, table) in row.tables.enumerated() {
            try scratch.write(Array(table.utf8), to: "tables/\(index).json")
        }
        let lint = try Program.run(["rules", "lint", "tables"], in: scratch.path)
        #expect(lint.status == 1)
        #expect(lint.output.contains(row.complaint), "\(lint.output)")
        let run = try Program.run(["models", "x", "--rules", "tables"], in: scratch.path)
        #expect(run.status == (row.isRefused ? 2 : 0))
        #expect(run.errors.contains(row.complaint) == row.isRefused, "\(run.errors)")
    }

    @Test func `an added alias is asked for before a built-in one, however it is spelled`() throws {
        let scratch = try Scratch()
        let table = Self.table("x", Self.aliases("grok-4-latest"))
        try scratch.write(Array(table.utf8), to: "x.json")
        for name in ["grok-4-latest", "xai/grok-4-latest", "Grok-4-Latest"] {
            let run = try Program.run(["models", name, "--rules", "x.json"], in: scratch.path)
            #expect(run.output.hasPrefix("x\n"), "\(run.output.prefix(40))")
        }
    }

    @Test func `a table that does not fit what extends it stops that alone`() throws {
        let scratch = try Scratch()
        try scratch.write(Array(Self.table("gpt-5").utf8), to: "own.json")
        let rules = ["--rules", "own.json"]
        for name in ["gpt-5", "gpt-4o", "claude-opus-5"] {
            let run = try Program.run(["models", name] + rules, in: scratch.path)
            #expect(run.status == 0 && run.errors == "", "\(run.errors)")
        }
        let list = try Program.run(["models"] + rules, in: scratch.path)
        #expect(list.status == 0)
        #expect(list.output.contains("\ngpt-4o ") && !list.output.contains("\nazure-gpt-5 "))
        // Itself, and what extends it in turn.
        for (name, file) in [
            ("azure-gpt-5", "azure-gpt-5"), ("azure/gpt-5", "azure-gpt-5"),
            ("azure-gpt-4.1", "gpt-4.1"),
        ] {
            for arguments in [["models", name], ["--model", name, Example.fine]] {
                let run = try Program.run(arguments + rules, in: scratch.path)
                #expect(run.status == 2 && run.output == "")
                #expect(run.errors.split(separator: "\n").count == 1)
                for part in ["\(file).json:", "own.json", "drop[", "rename the table"] {
                    #expect(run.errors.contains(part), "\(part): \(run.errors)")
                }
            }
        }
        let image = "\(Example.fixtures)/\(Example.fine)"
        let some = try Program.run(["--model", "*gpt-5", image] + rules, in: scratch.path)
        #expect(some.status == 0 && some.output.contains("2 models"), "\(some.output)")
        #expect(some.errors.split(separator: "\n").count == 1)
        #expect(some.errors.contains("azure-gpt-5.json"), "\(some.errors)")
        let lint = try Program.run(["rules", "lint", "own.json"], in: scratch.path)
        #expect(lint.status == 0)
        let lines = lint.output.split(separator: "\n")
        #expect(lines.count == 2 && lines[0].hasSuffix("no mistake"))
        #expect(lines.last?.hasPrefix("own.json: warning: The built-in table ") ?? false)
    }

    @Test(arguments: [["rules", "lint", "folder"], ["models", "--rules", "folder"]])
    func `a folder without a table is told`(arguments: [String]) throws {
        let scratch = try Scratch()
        try scratch.write(Array(Self.table("x").utf8), to: "folder/inside/x.json")
        let run = try Program.run(arguments, in: scratch.path)
        Case("", [], status: 2, errors: ["folder: there is no table in it"]).verify(run)
    }
}
