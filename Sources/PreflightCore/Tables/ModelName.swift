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
        let name = Self.withoutTuning(text.lowercased())
        let parts = name.split(separator: "/").map(String.init)
        let last = parts.last ?? name
        let regionless = Self.without(Self.regions, before: last)
        let bare = Self.without(Self.regions.union(Self.vendors), before: last)
        let short = [last, regionless, bare].flatMap { [$0, Self.withoutSuffixes($0)] }
        let path = parts.count > 2 ? [parts.dropFirst().joined(separator: "/")] : []
        let host = parts.count > 1 ? parts.first.flatMap { Self.hosts[$0] } : nil
        let hosted = host.map { host in (path + short).map { "\(host)-\($0)" } } ?? []
        let all = [text.lowercased(), name] + path + hosted + short + (host.map { [$0] } ?? [])
        return all.map(Self.folded)
            .reduce(into: []) { kept, spelling in
                if !kept.contains(spelling) { kept.append(spelling) }
            }
    }

    /// The known names that are nearest: of the same family, at the same host, and with the most
    /// words in common.
    package func nearest(among names: [String]) -> [String] {
        let known = Self.regions.union(Self.vendors)
        let bare = Self.folded(Self.withoutSuffixes(Self.without(known, before: lastPart)))
        let family = Self.family(of: bare)
        let relatives =
            family.map { family in names.filter { Self.family(of: $0) == family } } ?? []
        let neighbours = relatives.filter { Self.host(of: $0) == host }
        let pool = [neighbours, relatives, names].first { !$0.isEmpty } ?? []
        let alike = Self.mostAlike(to: bare, among: pool)
        let near = nearestNames(to: bare, among: alike)
        if relatives.isEmpty { return near }
        return near.count > 1 ? near : Array((near + alike.filter { !near.contains($0) }).prefix(3))
    }

    /// The names that have the most words with another in common, numbers last.
    private static func mostAlike(to name: String, among names: [String]) -> [String] {
        let wanted = Set(name.split(separator: "-"))
        func likeness(_ other: String) -> Int {
            let common = wanted.intersection(folded(other).split(separator: "-"))
            return common.reduce(0) { $0 + ($1.allSatisfy(\.isNumber) ? 1 : 10) }
        }
        let ranked = names.map { (name: $0, likeness: likeness($0)) }
        // What differs in a number only is as near as any.
        guard let most = ranked.map({ $0.likeness / 10 }).max() else { return [] }
        return ranked.filter { $0.likeness / 10 == most }
            .sorted { ($1.likeness, $0.name) < ($0.likeness, $1.name) }.map(\.name)
    }

    /// How the names of the tables of the host begin that the name asks for; nil for a vendor's own.
    private var host: String? {
        let parts = text.lowercased().split(separator: "/").map(String.init)
        if parts.count > 1, let host = parts.first.flatMap({ Self.hosts[$0] }) { return host }
        let last = parts.last ?? ""
        if let host = Self.host(of: last) { return host }
        let vendorFirst = Self.without(Self.regions, before: last).split(separator: ".").first
        // Bedrock puts the vendor before the model.
        return vendorFirst.map { ["anthropic", "amazon", "meta"].contains($0) } ?? false
            ? "bedrock" : nil
    }

    /// How a table's name begins that is of a host; nil for a vendor's own.
    private static func host(of name: String) -> String? {
        hosts.values.first { name.hasPrefix("\($0)-") }
    }

    private var lastPart: String { text.split(separator: "/").last.map(String.init) ?? text }

    /// The word that a family of models shares.
    private static func family(of name: String) -> String? {
        let folded = folded(name)
        return families.first { folded.contains($0) }
    }

    /// Words by which a family is known; of `gpt-oss` and `gpt` the longer one decides.
    private static let families = [
        "gpt-oss", "claude", "gpt", "gemini", "gemma", "llama", "qwen", "grok", "kimi", "deepseek",
        "mistral", "pixtral", "nova", "glm", "command",
    ]

    /// What gateways put before a slash, and how the tables of that host begin.
    private static let hosts = [
        "azure": "azure", "bedrock": "bedrock", "vertex_ai": "vertex", "vertex": "vertex",
        "databricks": "databricks", "groq": "groq", "fireworks_ai": "fireworks",
        "fireworks": "fireworks", "ollama": "ollama", "ollama_chat": "ollama",
        "hosted_vllm": "vllm", "vllm": "vllm", "lm_studio": "lmstudio", "dashscope": "dashscope",
        "deepinfra": "deepinfra", "minimax": "minimax", "nvidia_nim": "nvidia-nim",
        "nebius": "nebius", "novita": "novita", "zai": "z.ai", "z-ai": "z.ai",
        "perplexity": "perplexity", "scaleway": "scaleway",
    ]

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

    private static func without(_ prefixes: Set<String>, before name: String) -> String {
        var parts = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        while parts.count > 1, prefixes.contains(parts[0]) { parts.removeFirst() }
        return parts.joined(separator: ".")
    }

    /// The name without a version and a day: `-v1:0`, `@20250929`, `-2025-09-29`, `:latest`.
    private static func withoutSuffixes(_ name: String) -> String {
        var name = Substring(name)
        if let colon = name.firstIndex(of: ":") { name = name[..<colon] }
        if let at = name.firstIndex(of: "@") { name = name[..<at] }
        if name.hasSuffix("-latest") { name = name.dropLast("-latest".count) }
        if let dash = name.lastIndex(of: "-"), name[dash...].dropFirst().first == "v",
            name[dash...].dropFirst(2).allSatisfy(\.isNumber)
        {
            name = name[..<dash]
        }
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        func endsIn(_ digits: [Int]) -> Bool {
            parts.count > digits.count
                && zip(parts.suffix(digits.count), digits)
                    .allSatisfy { $0.count == $1 && $0.allSatisfy(\.isNumber) }
        }
        let dropped = endsIn([8]) ? 1 : endsIn([4, 2, 2]) ? 3 : 0
        return parts.dropLast(dropped).joined(separator: "-")
    }
}
