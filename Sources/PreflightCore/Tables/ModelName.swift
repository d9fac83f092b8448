/// A model's name as people and gateways spell it, and the spellings under which a table may have it.
///
/// `databricks/databricks-claude-sonnet-4-5`, `us.anthropic.claude-sonnet-4-5-20250929-v1:0`,
/// `openai/gpt-5.2` and `claude-sonnet-4-5@20250929` are one name each with things around it: the
/// gateway's route before a slash, a region and a vendor before dots, a day and a version after it.
package struct ModelName: Sendable, Hashable {
    /// The name as it was given.
    package var text: String

    /// Creates a name.
    package init(_ text: String) {
        self.text = text
    }
}

extension ModelName {
    /// The name in small letters, its dots as dashes, as names are compared.
    package static func folded(_ name: String) -> String {
        String(name.lowercased().map { $0 == "." || $0 == "_" ? "-" : $0 })
    }

    /// The spellings to look for, the most exact first: each is ``folded(_:)``.
    ///
    /// A host that serves whatever model it is given has one table for all of them, which comes
    /// last.
    package var spellings: [String] {
        let name = Self.withoutTuning(routed.lowercased())
        let parts = name.split(separator: "/").map(String.init)
        let last = parts.last ?? name
        let regionless = Self.without(Self.regions, before: last)
        let bare = Self.withoutVendors(last)
        let short = [last, regionless, bare].flatMap { [$0, Self.withoutSuffixes($0)] }
        let path = parts.count > 2 ? [parts.dropFirst().joined(separator: "/")] : []
        let hosted = host.map { host in (path + short).map { "\(host)-\($0)" } } ?? []
        let all =
            [text.lowercased(), name] + path + hosted + short
            + [hostBeforeSlash].compactMap(\.self)
        return all.map(Self.folded)
            .reduce(into: []) { kept, spelling in
                if !kept.contains(spelling) { kept.append(spelling) }
            }
    }

    /// How the names of the tables of the host begin that the name asks for; nil for a vendor's own.
    package var host: String? {
        if let host = hostBeforeSlash { return host }
        let last = lastPart.lowercased()
        if let host = Self.host(of: last) { return host }
        if last.hasPrefix("system.ai.") { return "databricks" }
        let vendorFirst = Self.without(Self.regions, before: last).split(separator: ".").first
        // Bedrock puts the vendor before the model.
        return vendorFirst.map { ["anthropic", "amazon", "meta"].contains($0) } ?? false
            ? "bedrock" : nil
    }

    /// How a table's name begins that is of a host; nil for a vendor's own.
    static func host(of name: String) -> String? {
        hosts.values.first { name.hasPrefix("\($0)-") }
    }

    /// The host that a gateway's route begins with.
    private var hostBeforeSlash: String? {
        let parts = routed.lowercased().split(separator: "/")
        return parts.count > 1 ? parts.first.flatMap { Self.hosts[String($0)] } : nil
    }

    /// The host whose way to spell names this is: Ollama's, which has a size or a build after a colon
    /// (`llava:13b`); nil for none.
    var spellingHost: String? {
        let parts = routed.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, !routed.contains("/"), parts[1].contains(where: \.isLetter)
        else { return nil }
        return "ollama"
    }

    /// What stands after the last slash.
    var lastPart: String { routed.split(separator: "/").last.map(String.init) ?? text }

    /// The name with a slash where LangChain has a colon: `openai:gpt-5`.
    private var routed: String {
        guard let colon = text.firstIndex(of: ":"),
            Self.clients.contains(text[..<colon].lowercased())
        else { return text }
        return "\(text[..<colon])/\(text[text.index(after: colon)...])"
    }

    /// What LangChain puts before a colon, where that is no host of ``hosts``.
    ///
    /// Source: `init_chat_model` (https://python.langchain.com/api_reference/langchain/chat_models/).
    private static let clients: Set<String> = Set(hosts.keys)
        .union([
            "openai", "anthropic", "google_genai", "cohere", "together", "mistralai", "huggingface",
            "xai", "deepseek", "moonshot", "openrouter",
        ])

    /// What gateways put before a slash, and how the tables of that host begin.
    private static let hosts = [
        "azure": "azure", "bedrock": "bedrock", "vertex_ai": "vertex", "vertex": "vertex",
        "azure_ai": "azure", "azure_openai": "azure", "bedrock_converse": "bedrock",
        "vertexai": "vertex", "google_vertexai": "vertex", "google_anthropic_vertex": "vertex",
        "publishers": "vertex", "projects": "vertex", "accounts": "fireworks", "oci": "oci",
        "databricks": "databricks", "groq": "groq", "fireworks_ai": "fireworks",
        "fireworks": "fireworks", "ollama": "ollama", "ollama_chat": "ollama",
        "hosted_vllm": "vllm", "vllm": "vllm", "lm_studio": "lmstudio", "dashscope": "dashscope",
        "deepinfra": "deepinfra", "minimax": "minimax", "nvidia_nim": "nvidia-nim",
        "nvidia": "nvidia-nim",
        "nebius": "nebius", "novita": "novita", "zai": "z.ai", "z-ai": "z.ai",
        "perplexity": "perplexity", "scaleway": "scaleway",
    ]

    /// How the names of the hosts' tables begin, those left out that are a word of their own.
    package static let hostNames = Set(hosts.values).subtracting(["oci"])

    /// Where inference profiles run.
    private static let regions: Set<String> = [
        "us", "eu", "apac", "au", "jp", "ca", "global", "us-gov",
    ]

    /// Vendors, and the catalogue of Databricks' own models.
    private static let vendors: Set<String> = [
        "anthropic", "amazon", "meta", "openai", "google", "mistral", "cohere", "qwen", "deepseek",
        "moonshotai", "xai", "system", "ai",
    ]

    /// The model that a fine-tuned one was made of: `ft:gpt-4o-2024-08-06:org::id`.
    private static func withoutTuning(_ name: String) -> String {
        let parts = name.split(separator: ":", omittingEmptySubsequences: false)
        return parts.count > 2 && parts[0] == "ft" ? String(parts[1]) : name
    }

    /// The name without a region and a vendor before it.
    static func withoutVendors(_ name: String) -> String {
        without(regions.union(vendors), before: name)
    }

    private static func without(_ prefixes: Set<String>, before name: String) -> String {
        var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        while parts.count > 1, prefixes.contains(parts[0]) { parts.removeFirst() }
        return parts.joined(separator: ".")
    }

    /// The name without a version and a day: `-v1:0`, `@20250929`, `-2025-09-29`, `:latest`, `-001`.
    static func withoutSuffixes(_ name: String) -> String {
        var name = Substring(name)
        if let colon = name.firstIndex(of: ":") { name = name[..<colon] }
        if let at = name.firstIndex(of: "@") { name = name[..<at] }
        if name.hasSuffix("-latest") { name = name.dropLast("-latest".count) }
        if let dash = name.lastIndex(of: "-"), name[dash...].dropFirst().first == "v",
            name[dash...].dropFirst(2).allSatisfy(\.isNumber)
        {
            name = name[..<dash]
        }
        return withoutVersion(String(name))
    }

    /// The name without the day or the number of a version at its end: `-20250929`, `-2025-09-29`,
    /// `-09-2025`, `-0709` (month and day), `-001`, and after `-preview` or `-exp` also `-05-20`; with
    /// such an end goes the `-preview` before it.
    private static func withoutVersion(_ name: String) -> String {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        func endsIn(_ digits: [Int]) -> Bool {
            parts.count > digits.count
                && zip(parts.suffix(digits.count), digits)
                    .allSatisfy { $0.count == $1 && $0.allSatisfy(\.isNumber) }
        }
        let stages: Set<Substring> = ["preview", "exp"]
        let isStagedDay = endsIn([2, 2]) && stages.contains(parts[parts.count - 3])
        let isVersion = endsIn([3]) && parts.last?.first == "0"
        let isMonthAndDay = endsIn([4]) && parts.last.map(isMonthAndDay) ?? false
        let count =
            endsIn([8]) || isVersion || isMonthAndDay
            ? 1 : endsIn([2, 4]) || isStagedDay ? 2 : endsIn([4, 2, 2]) ? 3 : 0
        var kept = parts.dropLast(count)
        if count > 0, kept.count > 1, kept.last.map(stages.contains) ?? false { kept.removeLast() }
        return kept.joined(separator: "-")
    }

    private static func isMonthAndDay(_ digits: Substring) -> Bool {
        guard let month = Int(digits.prefix(2)), let day = Int(digits.suffix(2)) else {
            return false
        }
        return (1...12).contains(month) && (1...31).contains(day)
    }
}
