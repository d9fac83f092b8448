extension RuleTable {
    /// The values of `detail` that chat completions know, whatever the model makes of them.
    ///
    /// Source: OpenAI, "Images and vision"
    /// (https://platform.openai.com/docs/guides/images-vision).
    public static let commonDetailNames = ["low", "high", "auto", "original"]

    /// The values of `detail` that a request may give: the common ones, then the table's own.
    public var detailNames: [String] {
        let own = tokens.flatMap(\.details).map(\.name)
        return own.reduce(into: Self.commonDetailNames) { names, name in
            if !names.contains(name) { names.append(name) }
        }
    }

    /// The arithmetic by which an image is billed.
    ///
    /// - Parameter detail: The request's `detail` for the image; nil, or a value of which the table
    ///   says nothing, is billed as an image without one.
    /// - Returns: The arithmetic; nil where the table says nothing of tokens.
    public func tokenMethod(detail: String? = nil) -> TokenMethod? {
        guard let reading = tokens.first else { return nil }
        return reading.details.first { $0.name == detail }?.method ?? reading.method
    }

    /// The tokens that an image of `displaySize` costs.
    ///
    /// - Parameters:
    ///   - displaySize: The size in pixels that a person sees, each side at least 1.
    ///   - detail: The request's `detail` for the image, as in ``tokenMethod(detail:)``.
    /// - Returns: The tokens; nil where the table says nothing of them.
    public func tokenCount(for displaySize: PixelSize, detail: String? = nil) -> Int? {
        tokenMethod(detail: detail)?.tokenCount(for: displaySize)
    }

    /// The tokens that an image costs; nil where the table does not say or its size is not known.
    package func tokenCount(for facts: ImageFacts, detail: String? = nil) -> Int? {
        guard let header = try? facts.header.get() else { return nil }
        return tokenCount(for: header.displaySize, detail: detail)
    }
}
