extension Dialect {
    /// Ollama's list of images beside a message's or a request's text.
    static let ollama = Dialect(
        name: "ollama",
        title: "Ollama",
        address: "https://github.com/ollama/ollama/blob/main/docs/api.md",
        isSent: true,
        turns: ["messages[]"],
        parts: ["images[]"],
        asides: [Aside(path: "images[]", role: "user")],
        images: [ImagePart(path: "", holds: .base64)]
    )
}
