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
        ("system.ai.gpt-5", "databricks-gpt-5"),
        ("system.ai.gpt-5-mini", "databricks-gpt-5-mini"),
        ("system.ai.gpt-5-nano", "databricks-gpt-5-nano"),
        ("system.ai.gemma-3-12b", "databricks-gemma-3-12b"),
        ("system.ai.llama-4-maverick", "databricks-llama-4-maverick"),
        ("system.ai.claude-3-7-sonnet", "databricks-claude-3-7-sonnet"),
        ("databricks/gemma-3-12b", "databricks-gemma-3-12b"),
        ("azure_ai/gpt-4o", "azure-gpt-4o"), ("azure/o3", "azure-o3"),
        ("azure/o4-mini", "azure-o4-mini"), ("azure/gpt-5.4-mini", "azure-gpt-5.4-mini"),
        ("scaleway/pixtral-12b-2409", "scaleway-pixtral-12b"),
        ("oci/cohere.command-a-vision-07-2025", "oci-command-a-vision"),
        ("hosted_vllm/Qwen/Qwen2.5-VL-7B-Instruct", "vllm-qwen2.5-vl"),
        ("publishers/google/models/gemini-2.5-flash", "vertex-gemini-2.5-flash"),
        (
            "projects/p/locations/l/publishers/google/models/gemini-3-flash",
            "vertex-gemini-3-flash"
        ),
        ("openai:gpt-5", "gpt-5"), ("anthropic:claude-sonnet-4-5", "claude-sonnet-4-5"),
        ("azure_openai:gpt-4o", "azure-gpt-4o"),
        ("google_genai:gemini-2.5-flash", "gemini-2.5-flash"),
        ("gemini-3.1-pro-preview", "gemini-3.1-pro"), ("gemini-3-pro-preview", "gemini-3-pro"),
        ("vertex_ai/gemini-3-flash-preview", "vertex-gemini-3-flash"),
        ("mistral-medium-2508", "mistral-medium-3"), ("mistral-large-latest", "mistral-large-3"),
        ("mistral/mistral-small-2506", "mistral-small-3.2"),
        ("gemini-2.5-flash-001", "gemini-2.5-flash"),
        ("vertex_ai/gemini-2.5-flash-001", "vertex-gemini-2.5-flash"),
        ("gemini-2.5-flash-preview-09-2025", "gemini-2.5-flash"),
        ("gemini-2.5-flash-preview-05-20", "gemini-2.5-flash"),
        ("gemini-2.5-flash-lite-preview-06-17", "gemini-2.5-flash-lite"),
        ("gemini-2.5-pro-exp-03-25", "gemini-2.5-pro"), ("grok-4-0709", "grok-4"),
        ("xai/grok-4-0709", "grok-4"),
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
        ("llama-4-maverick", "llama-4-maverick"), ("Llama-4-Maverick", "llama-4-maverick"),
        ("together_ai/meta-llama/Llama-4-Maverick", "llama-4-maverick"),
        ("gpt-4-turbo", "gpt-4"), ("gpt-7", "gpt-5"), ("gpt-5.7", "gpt-5.5"),
        ("llava:13b", "ollama"), ("bakllava:7b-v1-q4_0", "ollama"),
        ("gemini-2.5-ultra-001", "gemini-2.5"), ("grok-5-0709", "grok-4"),
        ("openai:gpt-5.9", "gpt-5.5"), ("system.ai.claude-sonnet-9", "databricks-claude-sonnet"),
    ])
    func `an unknown name gets one of its family`(name: String, family: String) throws {
        let error = #expect(throws: UnknownModelError.self) {
            try RuleLibrary.builtIn.table(named: name)
        }
        #expect(error?.nearest.first?.contains(family) == true, "\(error?.nearest ?? [])")
    }

    @Test(arguments: [
        "gpt-4-turbo", "gpt-3.9-turbo", "gpt-7", "gpt-5.7", "glm-9", "databricks-qwen4",
        "databricks-grok-9", "llama-5",
    ])
    func `no model that takes no images is proposed for some`(name: String) {
        let error = #expect(throws: UnknownModelError.self) {
            try RuleLibrary.builtIn.table(named: name)
        }
        for near in error?.nearest ?? [] {
            let table = try? RuleLibrary.builtIn.table(named: near)
            #expect(table?.limit(.tooManyImages)?.bound != .atMost(0), "\(near)")
        }
    }

    @Test(arguments: [
        ("azure/gpt-3.5-turbo", "azure" as String?), ("databricks/gpt-4o", "databricks"),
        ("us.anthropic.claude-fable-5", "bedrock"), ("azure/gpt-4o", nil),
        ("azure-gpt-4o", nil), ("openai/gpt-5", nil), ("amazon.nova-lite-v1:0", nil),
        ("dashscope/qwen3-vl-plus", nil), ("ollama/llava:13b", nil), ("gpt-5", nil),
    ])
    func `a host whose rules are not known is told`(name: String, host: String?) throws {
        #expect(try RuleLibrary.builtIn.table(named: name).missingHost == host)
    }

    @Test
    func `no two tables answer to one name`() {
        var owners: [String: String] = [:]
        for table in RuleLibrary.builtIn.tables {
            for name in [table.name] + table.aliases {
                let owner = owners.updateValue(table.name, forKey: ModelName.folded(name))
                #expect(owner == nil, "\(name) is \(table.name) and \(owner ?? "")")
            }
        }
    }
}
