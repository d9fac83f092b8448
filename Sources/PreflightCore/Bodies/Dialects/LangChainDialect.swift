extension Dialect {
    /// LangChain's content blocks of versions 0 and 1, in messages as they are and as they are saved.
    static let langChain = Dialect(
        name: "langchain",
        title: "LangChain",
        address: "https://docs.langchain.com/oss/python/langchain/messages",
        isSent: false,
        turns: ["messages[]", "messages[][]"],
        parts: ["content[]", "kwargs.content[]", "data.content[]"],
        speakers: ["type", "kwargs.type", "data.type", "id"]
            .map { Speaker(path: $0, roles: savedRoles) },
        images: [
            ImagePart(
                type: "image",
                path: "data",
                holds: .base64,
                conditions: ["source_type": "base64"],
                mediaTypes: ["mime_type"],
                needsMediaType: true
            ),
            ImagePart(
                type: "image",
                path: "url",
                holds: .dataURL,
                conditions: ["source_type": "url"]
            ),
            ImagePart(
                type: "image",
                path: "id",
                holds: .identifier,
                conditions: ["source_type": "id"]
            ),
            ImagePart(
                type: "image",
                path: "base64",
                holds: .base64,
                mediaTypes: ["mime_type"],
                needsMediaType: true
            ),
            ImagePart(type: "image", path: "url", holds: .dataURL),
            ImagePart(type: "image", path: "file_id", holds: .identifier),
        ]
    )

    /// The types of messages, and the names of their classes in what `dumpd` writes.
    private static let savedRoles = [
        "human": "user", "ai": "assistant", "system": "system", "tool": "tool",
        "function": "tool", "HumanMessage": "user", "AIMessage": "assistant",
        "SystemMessage": "system", "ToolMessage": "tool", "FunctionMessage": "tool",
        "HumanMessageChunk": "user", "AIMessageChunk": "assistant",
    ]
}
