import Testing

/// What `--detail` of `check` does to tokens, and what it refuses.
struct DetailOptionTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let arguments: [String]
        let tokenCount: Int

        init(_ description: String, _ arguments: [String], _ tokenCount: Int) {
            testDescription = description
            self.arguments = arguments
            self.tokenCount = tokenCount
        }
    }

    @Test(arguments: [
        Row("none", [], 910),
        Row("low", ["--detail", "low"], 70),
        Row("high", ["--detail", "high"], 910),
        Row("auto", ["--detail", "auto"], 910),
        Row("original", ["--detail", "original"], 910),
        Row("low of another model", ["--detail", "low", "-m", "databricks-gemma-3-12b"], 70),
    ])
    func `tokens are those of the detail`(_ row: Row) throws {
        let run = try Program.run(
            Example.check("--format", "json", "size-1536x1024.png")
                + row.arguments
        )
        let text = String(row.tokenCount)
        #expect(run.output.contains("\"tokenCount\" : \(text)"))
    }

    static let refused = [
        Case("another word", ["--detail", "huge"], status: 64, errors: ["--detail is low"]),
        Case("upper case", ["--detail", "LOW"], status: 64, errors: ["not “LOW”"]),
        Case("nothing", ["--detail", ""], status: 64, errors: ["--detail"]),
    ]

    @Test(arguments: refused)
    func `another value is refused`(_ c: Case) throws {
        c.verify(try Program.run(Example.check(Example.fine) + c.arguments))
    }

    @Test func `a body says for itself how closely its images are looked at`() throws {
        let run = try Program.run(Example.check("--body", "-", "--detail", "low"))
        Case("", [], status: 64, errors: ["leave"]).verify(run)
    }

    @Test func `the page of a model tells what a detail costs`() throws {
        let run = try Program.run(["models", Example.model])
        #expect(run.output.contains("detail low: 70 tokens for every image  [inferred, openai]"))
    }
}
