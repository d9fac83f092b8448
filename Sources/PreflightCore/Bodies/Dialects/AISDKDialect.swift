extension Dialect {
    /// The AI SDK's image and file parts, and the file parts of its user interface's messages.
    static let aiSDK = Dialect(
        name: "ai-sdk",
        title: "AI SDK",
        address: "https://ai-sdk.dev/docs/foundations/prompts",
        isSent: false,
        turns: ["messages[]"],
        parts: ["content[]", "parts[]"],
        nests: [Nest(type: "tool-result", path: "output.value[]")],
        images: [
            ImagePart(
                type: "image",
                path: "image",
                holds: .anything,
                mediaTypes: ["mediaType", "mimeType"]
            ),
            file("data"), file("url"),
            ImagePart(
                type: "image-data",
                path: "data",
                holds: .base64,
                mediaTypes: ["mediaType"],
                needsMediaType: true
            ),
            ImagePart(
                type: "media",
                path: "data",
                holds: .base64,
                mediaTypes: ["mediaType"],
                needsMediaType: true,
                isAnyFile: true
            ),
        ]
    )

    private static func file(_ name: String) -> ImagePart {
        ImagePart(
            type: "file",
            path: JSONPath([.member(name)]),
            holds: .anything,
            mediaTypes: ["mediaType", "mimeType", "mime"],
            isAnyFile: true
        )
    }
}
