extension Dialect {
    /// OpenAI's chat completions, which most gateways and local servers speak.
    static let chat = Dialect(
        name: "chat",
        title: "OpenAI chat completions",
        address: "https://platform.openai.com/docs/api-reference/chat/create",
        isSent: true,
        turns: ["messages[]"],
        parts: ["content[]"],
        images: [
            ImagePart(
                type: "image_url",
                path: "image_url.url",
                holds: .dataURL,
                detail: "image_url.detail"
            ),
            ImagePart(type: "image_url", path: "image_url", holds: .dataURL, detail: "detail"),
            ImagePart(type: "image_file", path: "image_file.file_id", holds: .identifier),
        ]
    )
}
