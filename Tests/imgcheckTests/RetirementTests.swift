import Testing

/// The end of an endpoint, before and after it.
struct RetirementTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let member: String
        let verb: String
        let key: String

        init(_ key: String, _ day: String, _ verb: String) {
            testDescription = "\(key) \(day)"
            member = "\"\(key)\": \"\(day)\""
            (self.verb, self.key) = ("\(verb) on \(day)", key)
        }
    }

    @Test(arguments: [
        Row("retiresOn", "2099-01-01", "ends"), Row("retiresOn", "2026-01-01", "ended"),
        Row("retiredOn", "2026-01-01", "ended"),
    ])
    func `the day is told with its verb, and by models under its key`(_ row: Row) throws {
        let scratch = try Scratch()
        let table = """
            {
              "schemaVersion": 2, "name": "t", "extends": "gpt-5", "title": "T",
              "verifiedOn": "2026-11-01", \(row.member), "successor": "gpt-5.1"
            }
            """
        let path = try scratch.write(Array(table.utf8), to: "t.json")
        let rules = ["--rules", path]
        #expect(try Program.run(["rules", "lint", path]).status == 0)
        let check = try Program.run(["--model", "t", Example.fine] + rules)
        #expect(check.errors.contains("t \(row.verb): use gpt-5.1."), "\(check.errors)")
        let page = try Program.run(["models", "t"] + rules).output
        #expect(
            page.contains("\(row.verb.prefix(1).uppercased())\(row.verb.dropFirst()): use gpt-5.1.")
        )
        let list = try Program.run(["models", "t*"] + rules).output
        #expect(list.contains(", \(row.verb.replacing(" on", with: ""))"), "\(list)")
        let json = try Program.run(["models", "t*", "--format", "json"] + rules).output
        #expect(json.contains("\"\(row.key)\""))
        #expect(!json.contains(row.key == "retiresOn" ? "\"retiredOn\"" : "\"retiresOn\""))
    }
}
