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

    @Test func `a table that breaks what extends it is refused`() throws {
        let scratch = try Scratch()
        try scratch.write(Array(Self.table("gpt-5").utf8), to: "gpt-5.json")
        let run = try Program.run(["models", "gpt", "--rules", "gpt-5.json"], in: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("gpt-5 of --rules breaks what extends it: "))
        #expect(run.errors.contains("drop["), "\(run.errors)")
    }

    @Test(arguments: [["rules", "lint", "folder"], ["models", "--rules", "folder"]])
    func `a folder without a table is told`(arguments: [String]) throws {
        let scratch = try Scratch()
        try scratch.write(Array(Self.table("x").utf8), to: "folder/inside/x.json")
        let run = try Program.run(arguments, in: scratch.path)
        Case("", [], status: 2, errors: ["folder: there is no table in it"]).verify(run)
    }
}
