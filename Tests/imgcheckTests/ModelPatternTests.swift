import Testing

/// Patterns of models mean the same wherever they are given.
struct ModelPatternTests {
    private static func listed(_ words: String...) throws -> [String] {
        try Program.run(["models"] + words).output.split(separator: "\n").dropFirst()
            .compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    @Test(
        arguments: [
            ("gpt-5.6-*", ["gpt-5.6-luna", "gpt-5.6-sol", "gpt-5.6-terra"]),
            ("GPT-5.6-*", ["gpt-5.6-luna", "gpt-5.6-sol", "gpt-5.6-terra"]),
            ("gpt-5-6-*", ["gpt-5.6-luna", "gpt-5.6-sol", "gpt-5.6-terra"]),
            ("*gpt-5*-pro", ["azure-gpt-5.5-pro", "databricks-gpt-5-5-pro", "gpt-5.5-pro"]),
            ("Grok-*", ["grok-4", "grok-4.7"]),
        ] as [(String, [String])]
    )
    func `a pattern is the whole name, in any case`(_ pattern: String, _ names: [String]) throws {
        #expect(try Self.listed(pattern) == names)
        let run = try Program.run(["--model", pattern, "--format", "json", Example.fine])
        #expect(run.output.matches(of: #/"model":\{"name"/#).count >= 0)
        for name in names { #expect(run.output.contains("\"\(name)\""), "\(name)") }
        #expect(!run.output.contains("\"azure-gpt-5.6-sol\""))
    }

    @Test(arguments: ["all", "ALL", "*"])
    func `all models are listed`(_ word: String) throws {
        let all = try Program.run(["models"])
        let run = try Program.run(["models", word])
        #expect(run.status == 0 && run.output == all.output)
    }

    @Test
    func `a pattern and a word narrow each other`() throws {
        #expect(try Self.listed("*-mini", "azure", "4o") == ["azure-gpt-4o-mini"])
    }

    @Test(arguments: [["models", "x-*"], ["--model", "x-*", Example.fine]])
    func `a pattern of no name is told`(_ arguments: [String]) throws {
        let run = try Program.run(arguments)
        #expect(run.status != 0 && run.errors.contains("No model is called “x-*”"))
    }
}
