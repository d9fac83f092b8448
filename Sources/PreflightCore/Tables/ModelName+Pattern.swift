// Names with a `*` in them, which stand for several.
extension ModelName {
    /// Whether the text stands for every name: `all`.
    package var isAll: Bool { text.lowercased() == "all" }

    /// Whether the text is a pattern, in which `*` stands for anything.
    package var isPattern: Bool { text.contains("*") }

    /// Whether a name is what the pattern says from its beginning to its end, spelled as names are
    /// compared.
    package func matches(_ name: String) -> Bool {
        let parts = Self.folded(text).split(separator: "*", omittingEmptySubsequences: false)
        let name = Self.folded(name)
        guard let first = parts.first, let last = parts.last, parts.count > 1 else {
            return name == Self.folded(text)
        }
        guard name.hasPrefix(first) else { return false }
        var rest = name.dropFirst(first.count)
        for part in parts.dropFirst().dropLast() where !part.isEmpty {
            guard let range = rest.firstRange(of: part) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.hasSuffix(last)
    }
}
