import Foundation
import Testing

/// What is proposed for a name without a table runs as it is printed.
struct RuleProposalTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let name: String
        /// The name that the table gets.
        let table: String
        /// Whether the table answers to the whole name, too.
        var isAlias = true

        init(_ description: String, _ name: String, _ table: String, isAlias: Bool = true) {
            testDescription = description
            (self.name, self.table, self.isAlias) = (name, table, isAlias)
        }
    }

    static let rows = [
        Row("a name alone", "claude-sonnet-9", "claude-sonnet-9"),
        Row("with a slash", "meta-llama/Llama-4-Maverick", "Llama-4-Maverick"),
        Row("with two", "together_ai/meta-llama/Llama-4-Maverick", "Llama-4-Maverick"),
        Row("with a route", "openai/gpt-9", "gpt-9"),
        Row("with a colon", "openai:gpt-9", "openai:gpt-9"),
        Row("with a sign of the shell", "gpt-9$HOME", "gpt-9$HOME"),
        Row("with a space", "gpt-9 x", "gpt-9-x", isAlias: false),
        Row("with an apostrophe", "gpt-9's", "gpt-9-s", isAlias: false),
        Row("with a quotation mark and a slash", "x/gpt-9\"", "gpt-9", isAlias: false),
    ]

    @Test(arguments: rows)
    func `the command that is proposed writes a table for the name`(_ row: Row) throws {
        let scratch = try Scratch()
        try scratch.write(
            Array(#"{"model": "\#(row.name.replacing("\"", with: "\\\""))", "messages": []}"#.utf8),
            to: "body.json"
        )
        let asked = [
            try Program.run(["diff", "--", row.name, "gpt-5"].inRules),
            try Program.run(["check", "--body", "body.json"], in: scratch.path),
        ]
        for run in asked {
            #expect(run.status == 64)
            let command = try #require(run.errors.proposal, "\(run.errors)")
            let written = try Program.shell("\"$imgcheck\" \(command) >new.json", in: scratch.path)
            #expect(written.status == 0, "\(command): \(written.errors)")
            #expect(try scratch.text(of: "new.json").contains("\"name\": \"\(row.table)\""))
            let lint = try Program.run(["rules", "lint", "new.json"], in: scratch.path)
            #expect(lint.output.hasSuffix("no mistake\n"), "\(lint.output)")
            let name = row.isAlias ? row.name : row.table
            let found = try Program.run(["models", name, "--rules", "new.json"], in: scratch.path)
            #expect(found.output.hasPrefix("\(row.table)\n"), "\(found.output.prefix(60))")
        }
    }

    @Test(arguments: ["databricks-*", "*", "all", "gpt-*/x"])
    func `for a pattern in a body no table is proposed`(_ name: String) throws {
        let scratch = try Scratch()
        let body = #"{"model": "\#(name)", "messages": []}"#
        try scratch.write(Array(body.utf8), to: "body.json")
        let run = try Program.run(["check", "--body", "body.json"], in: scratch.path)
        #expect(run.status == 64)
        #expect(run.errors.contains("No table is named “\(name)”"), "\(run.errors)")
        #expect(run.errors.proposal == nil, "\(run.errors)")
    }

    @Test
    func `a new table takes the place of none that is there`() throws {
        let run = try Program.run(["rules", "new", "mine/gpt-5", "--from", "gpt-5"])
        #expect(run.output.contains("\"name\": \"mine-gpt-5\",\n  \"aliases\": [\"mine/gpt-5\"],"))
    }
}

extension [String] {
    fileprivate var inRules: [String] { ["rules"] + self }
}

extension String {
    /// The arguments of the `rules new` in a complaint; nil where there is none.
    fileprivate var proposal: String? {
        let line = replacing("\n  ", with: " ")
        guard let start = line.range(of: "`imgcheck rules new "),
            let end = line[start.upperBound...].range(of: " writes a table to")
        else { return nil }
        let command = line[line.index(start.lowerBound, offsetBy: 10)..<end.lowerBound]
        return command.hasSuffix("`") ? String(command.dropLast()) : nil
    }
}
