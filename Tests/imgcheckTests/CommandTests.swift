import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// `models`, `explain`, `rules lint`, `--rules` and `--version`.
struct CommandTests {
    static let models = [
        "databricks-claude-3-7-sonnet", "databricks-gemma-3-12b", "databricks-gpt-5",
        "databricks-gpt-5-mini", "databricks-gpt-5-nano", "databricks-llama-4-maverick",
    ]

    @Test
    func `the version is one line`() throws {
        let run = try Program.run(["--version"])
        #expect(run.status == 0)
        #expect(run.output.split(separator: ".").count == 3)
        #expect(run.output.split(separator: "\n").count == 1)
    }

    @Test(arguments: [[], ["check"], ["models"], ["explain"], ["rules"], ["rules", "lint"]])
    func `help is 0 and on standard output`(_ command: [String]) throws {
        let run = try Program.run(command + ["--help"])
        #expect(run.status == 0)
        #expect(run.output.contains("USAGE: imgcheck"))
        #expect(run.errors == "")
    }

    @Test
    func `models lists every table on a line, sorted`() throws {
        let run = try Program.run(["models"])
        let names = run.output.split(separator: "\n").compactMap { $0.split(separator: " ").first }
        #expect(names.map(String.init) == ["MODEL"] + RuleLibrary.builtIn.names)
        #expect(run.status == 0)
    }

    @Test(arguments: models)
    func `a model's page has limits, tokens, advice, sources and dates`(_ model: String) throws {
        let run = try Program.run(["models", model])
        #expect(run.status == 0)
        for part in [
            model, "Limits", "IMG101", "Tokens", "Pictures should be", "watermarks", "blurred",
            "The model is bad at", "counting", "clock", "chess", "Sources", "https://",
            "read on 20",
        ] {
            #expect(run.output.contains(part), "\(part)")
        }
    }

    @Test
    func `a table that extends another is shown as if written out, with the origin of each line`()
        throws
    {
        let output = try Program.run(["models", "databricks-claude-opus-4-7"]).output
        let lines = output.split(separator: "\n").filter { $0.contains("[") }
        #expect(lines.count > 15)
        for line in lines {
            #expect(
                line.contains(/(; |\[)((databricks-)?claude-[a-z0-9-]+|common\.json)\]$/),
                "\(line)"
            )
        }
        for line in [
            "[inferred, anthropic; claude-sonnet-4]", "[inferred, anthropic; claude-opus-4-7]",
            "[documented, payload; databricks-claude-opus-4-7]",
            "[inferred, legibility; common.json]", "Also called system.ai.",
            "formats JPEG, PNG by way of ai_query",
        ] {
            #expect(output.contains(line), "\(line)")
        }
        let fireworks = try Program.run(["models", "fireworks"]).output
        #expect(fireworks.contains("but images in a request at most 60  [measured, payload-walls]"))
    }

    @Test
    func `a retired model is told in the report`() throws {
        let run = try Program.run([
            "--model", "databricks-inkling", "--format", "json", Example.fine,
        ])
        let model = try JSONTree(report: run.output)["model"]
        #expect(model?["retiresOn"] == .string("2026-10-30"))
    }

    @Test
    func `a route narrows what is taken`() throws {
        let check = ["--model", "databricks-gpt-5-4", "webp-1-frame.webp"]
        #expect(try Program.run(check).status == 0)
        let sql = try Program.run(check + ["--route", "ai_query"])
        #expect(sql.status == 1)
        #expect(sql.output.contains("takes PNG or JPEG by way of ai_query"))
    }

    @Test(arguments: FindingCode.allCases)
    func `every code has a page`(_ code: FindingCode) throws {
        let run = try Program.run(["explain", code.rawValue])
        #expect(run.status == 0)
        #expect(run.output.hasPrefix("\(code.rawValue)  \(code.page.title)\n"))
        for part in ["What is checked", "Why it matters", "What to do"] {
            #expect(run.output.contains(part), "\(part)")
        }
    }

    @Test
    func `letter case of a code says nothing`() throws {
        let upper = try Program.run(["explain", "IMG201"])
        #expect(try Program.run(["explain", "img201"]).output == upper.output)
    }

    @Test
    func `explain lists every code on a line`() throws {
        let run = try Program.run(["explain"])
        let codes = run.output.split(separator: "\n").map { String($0.prefix(6)) }
        #expect(codes == FindingCode.allCases.map(\.rawValue))
    }
}
