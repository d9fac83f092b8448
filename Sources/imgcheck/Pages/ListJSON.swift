internal import FoundationEssentials
internal import ImagePreflight

/// Lists as JSON for people and programs.
enum ListJSON {
    /// The document, ending in a newline, with controls in its lines shown and not obeyed.
    ///
    /// It holds only strings and numbers, which always encode.
    static func text(of list: some Encodable) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        guard let data = try? encoder.encode(list) else { return "" }
        return String(decoding: data, as: UTF8.self)
            .split(separator: "\n", omittingEmptySubsequences: false)
            .map { String($0).neutralised }
            .joined(separator: "\n") + "\n"
    }
}
