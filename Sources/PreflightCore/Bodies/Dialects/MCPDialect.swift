extension Dialect {
    /// The Model Context Protocol's image content and embedded resources, as tools answer with them.
    static let mcp = Dialect(
        name: "mcp",
        title: "Model Context Protocol",
        address: "https://modelcontextprotocol.io/specification/2025-06-18/server/tools",
        isSent: false,
        turns: ["messages[]", "contents[]"],
        parts: ["content[]", "content", ""],
        images: [
            ImagePart(
                type: "image",
                path: "data",
                holds: .base64,
                mediaTypes: ["mimeType"],
                needsMediaType: true
            ),
            ImagePart(
                type: "resource",
                path: "resource.blob",
                holds: .base64,
                mediaTypes: ["mimeType"],
                isAnyFile: true
            ),
            ImagePart(
                path: "blob",
                holds: .base64,
                mediaTypes: ["mimeType"],
                isAnyFile: true,
                canBeText: false
            ),
        ]
    )
}
