extension Dialect {
    /// Anthropic's messages, with the results of tools and documents made of parts.
    public static let anthropic = Dialect(
        name: "anthropic",
        title: "Anthropic messages",
        address: "https://docs.anthropic.com/en/api/messages",
        isSent: true,
        turns: ["messages[]"],
        parts: ["content[]"],
        asides: [Aside(path: "system[]", role: "system")],
        nests: [
            Nest(type: "tool_result", path: "content[]"),
            Nest(type: "mcp_tool_result", path: "content[]"),
            Nest(type: "document", path: "source.content[]"),
        ],
        images: [
            ImagePart(
                type: "image",
                path: "source.data",
                holds: .base64,
                conditions: ["source.type": "base64"],
                mediaTypes: ["media_type"],
                needsMediaType: true
            ),
            ImagePart(
                type: "image",
                path: "source.url",
                holds: .address,
                conditions: ["source.type": "url"],
                recast: Recast(
                    before: #"{"type":"base64","media_type":""#,
                    between: #"","data":""#,
                    after: #""}"#
                )
            ),
            ImagePart(
                type: "image",
                path: "source.file_id",
                holds: .identifier,
                conditions: ["source.type": "file"]
            ),
        ],
        layout: .anthropic
    )
}

extension Dialect.RequestLayout {
    /// The pieces of a request, in the order of its names.
    ///
    /// `{"max_tokens":…,"messages":[{"content":[PARTS],"role":"user"}],"model":…,"system":…}`.
    ///
    /// The interface refuses a request that does not say how long the answer may be.
    package static let anthropic = Dialect.RequestLayout(
        pieces: [
            .literal("{"),
            .maxTokens(before: #""max_tokens":"#, after: ",", otherwise: 1_024),
            .literal(#""messages":[{"content":["#),
            .parts,
            .literal(#"],"role":"user"}],"model":""#),
            .model,
            .literal(#"""#),
            .system(before: #","system":""#, after: #"""#),
            .literal("}"),
        ],
        text: Dialect.TextPart(before: #"{"text":""#, after: #"","type":"text"}"#),
        image: [
            .literal(#"{"source":{"data":""#),
            .base64,
            .literal(#"","media_type":""#),
            .mediaType,
            .literal(#"","type":"base64"},"type":"image"}"#),
        ]
    )
}
