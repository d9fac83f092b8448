import Testing

/// Many models side by side: who they are, and where to send what one refuses.
struct ComparisonTests {
    @Test
    func `the members of a column are told where there is room, and wherever all is listed`() throws
    {
        let line = "2 models: databricks-gpt-oss-120b, databricks-gpt-oss-20b"
        let models = ["--model", "databricks-gpt-oss-*,databricks-gpt-5-4", Example.fine]
        #expect(try Program.run(models).output.contains(line))
        let many = ["--model", "databricks-*", Example.fine]
        let last = "databricks-kimi-k3-1-pro, databricks-llama-4-maverick"
        #expect(try Program.run(many).output.contains(", \(last)\n"))
        let wide = try Program.run(many, environment: ["COLUMNS": "4000"])
        #expect(wide.output.contains(", \(last)\n"))
        let narrow = try Program.run(many, environment: ["COLUMNS": "100"])
        #expect(!narrow.output.contains("databricks-kimi-k3-1-pro"))
        #expect(narrow.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
        let all = try Program.run(many + ["--verbose"], environment: ["COLUMNS": "100"])
        #expect(all.output.contains("databricks-kimi-k3-1-pro"))
        #expect(all.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test
    func `each model that takes text only has a neighbour of its own`() throws {
        let run = try Program.run([
            "--model", "databricks-gpt-oss-*,databricks-glm-5-2,databricks-grok-4-6", Example.fine,
        ])
        for part in [
            "databricks-gpt-5-4 (for 2)", "databricks-glm-5-3-flash (for 1)",
            "databricks-grok-4-7 (for 1)",
        ] {
            #expect(run.output.contains(part), "\(part): \(run.output)")
        }
    }
}
