extension Dialect {
    /// OpenAI's Responses, with the images that tools and computers answer with.
    public static let responses = Dialect(
        name: "responses",
        title: "OpenAI Responses",
        address: "https://platform.openai.com/docs/api-reference/responses/create",
        isSent: true,
        turns: ["input[]"],
        parts: ["content[]", "output[]", "output", ""],
        images: [
            ImagePart(type: "input_image", path: "image_url", holds: .dataURL, detail: "detail"),
            ImagePart(type: "input_image", path: "image_url.url", holds: .dataURL),
            ImagePart(type: "input_image", path: "file_id", holds: .identifier),
            ImagePart(
                type: "computer_screenshot",
                path: "image_url",
                holds: .dataURL,
                detail: "detail",
                canBeText: false
            ),
            ImagePart(
                type: "computer_screenshot",
                path: "file_id",
                holds: .identifier,
                canBeText: false
            ),
            ImagePart(
                type: "image_generation_call",
                path: "result",
                holds: .base64,
                canBeText: false
            ),
        ],
        text: TextPart(before: #"{"type":"input_text","text":""#),
        layout: .responses
    )
}

extension Dialect.RequestLayout {
    /// The pieces of a request, in the order of its names.
    ///
    /// `{"input":[{"content":[PARTS],"role":"user"}],"instructions":…,"max_output_tokens":…,"model":…}`.
    package static let responses = Dialect.RequestLayout(
        pieces: [
            .literal(#"{"input":[{"content":["#),
            .parts,
            .literal(#"],"role":"user"}],"#),
            .system(before: #""instructions":""#, after: #"","#),
            .maxTokens(before: #""max_output_tokens":"#, after: ","),
            .literal(#""model":""#),
            .model,
            .literal(#""}"#),
        ],
        text: Dialect.TextPart(before: #"{"text":""#, after: #"","type":"input_text"}"#),
        image: [
            .literal("{"),
            .detail(before: #""detail":""#, after: #"","#, otherwise: "auto"),
            .literal(#""image_url":"data:"#),
            .mediaType,
            .literal(";base64,"),
            .base64,
            .literal(#"","type":"input_image"}"#),
        ]
    )
}
