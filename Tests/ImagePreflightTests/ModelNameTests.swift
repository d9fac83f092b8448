import ImagePreflight
import PreflightCore
import Testing

/// Names as people and gateways spell them lead to the table that is meant.
struct ModelNameTests {
    @Test(arguments: [
        ("databricks-claude-sonnet-4-5", "databricks-claude-sonnet-4-5"),
        ("databricks/databricks-claude-sonnet-4-5", "databricks-claude-sonnet-4-5"),
        ("databricks/claude-sonnet-4-5", "databricks-claude-sonnet-4-5"),
        ("system.ai.claude-sonnet-4-5", "databricks-claude-sonnet-4-5"),
        ("anthropic.claude-sonnet-4-5-20250929-v1:0", "bedrock-claude-sonnet-4-5"),
        ("us.anthropic.claude-sonnet-4-5-20250929-v1:0", "bedrock-claude-sonnet-4-5"),
        ("bedrock/eu.anthropic.claude-opus-4-6-v1:0", "bedrock-claude-opus-4-6"),
        ("vertex_ai/claude-sonnet-4-5@20250929", "vertex-claude-sonnet-4-5"),
        ("claude-sonnet-4-5-20250929", "claude-sonnet-4-5"),
        ("anthropic/claude-sonnet-4.5", "claude-sonnet-4-5"),
        ("claude-sonnet-4-5-latest", "claude-sonnet-4-5"),
        ("openai/gpt-5.2", "gpt-5.2"), ("GPT-5-2", "gpt-5.2"), ("gpt-4o-2024-11-20", "gpt-4o"),
        ("azure/gpt-4o", "azure-gpt-4o"), ("gemini/gemini-2.5-flash", "gemini-2.5-flash"),
        ("groq/meta-llama/llama-4-scout-17b-16e-instruct", "groq-llama-4-scout"),
        ("amazon.nova-lite-v1:0", "nova-lite"), ("mistral/pixtral-12b-2409", "pixtral-12b"),
        ("gpt-5-chat-latest", "gpt-5"), ("ft:gpt-4o-2024-08-06:org::id", "gpt-4o"),
        ("gpt-3.5-turbo", "gpt-3.5-turbo"), ("deepinfra/meta/Llama-4", "deepinfra"),
        ("ollama/llava:13b", "ollama"), ("hosted_vllm/Qwen/Qwen2-VL", "vllm"),
    ])
    func `a spelling leads to a table`(name: String, table: String) throws {
        #expect(try RuleLibrary.builtIn.table(named: name).name == table)
    }

    @Test(arguments: [
        ("claude-sonnet-9", "claude"), ("openai/gpt-5.9", "gpt"), ("gemini-9-flash", "gemini"),
        ("databricks-claude-sonet-4-5", "databricks-claude-sonnet-4-5"),
        ("bedrock/anthropic.claude-3-haiku-20240307-v1:0", "bedrock-claude-haiku"),
        ("us.anthropic.claude-3-5-sonnet-20241022-v2:0", "bedrock-claude-sonnet"),
        ("claude-3-5-sonnet-20241022", "claude-sonnet"), ("azure/gpt-4-turbo", "azure-gpt"),
        ("databricks-gemini-9-pro", "databricks-gemini"), ("gpt-9-mini", "gpt-5-mini"),
    ])
    func `an unknown name gets one of its family`(name: String, family: String) throws {
        let error = #expect(throws: UnknownModelError.self) {
            try RuleLibrary.builtIn.table(named: name)
        }
        #expect(error?.nearest.first?.contains(family) == true, "\(error?.nearest ?? [])")
    }

    @Test
    func `no two tables answer to one name`() {
        var owners: [String: String] = [:]
        for table in RuleLibrary.builtIn.tables {
            for name in [table.name] + table.aliases {
                let owner = owners.updateValue(table.name, forKey: name)
                #expect(owner == nil, "\(name) is \(table.name) and \(owner ?? "")")
            }
        }
    }
}
