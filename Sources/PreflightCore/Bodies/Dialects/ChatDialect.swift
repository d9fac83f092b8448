extension Dialect {
    /// OpenAI's chat completions, which most gateways and local servers speak.
    public static let chat = Dialect(
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
        ],
        // DashScope's, https://help.aliyun.com/zh/model-studio/vision.
        requestDetails: ["vl_high_resolution_images", "extra_body.vl_high_resolution_images"]
            .map { DetailWay(path: $0, reading: .flag("high")) },
        layout: .chat
    )
}

extension Dialect.RequestLayout {
    /// The pieces of a request, in the order of its names.
    ///
    /// `{"max_tokens":…,"messages":[SYSTEM,{"content":[PARTS],"role":"user"}],"model":…}`,
    /// and DashScope's flag at the end.
    package static let chat = Dialect.RequestLayout(
        pieces: [
            .literal("{"),
            .maxTokens(before: #""max_tokens":"#, after: ","),
            .literal(#""messages":["#),
            .system(before: #"{"content":""#, after: #"","role":"system"},"#),
            .literal(#"{"content":["#),
            .parts,
            .literal(#"],"role":"user"}],"model":""#),
            .model,
            .literal(#"""#),
            .detailFlag(before: #",""#, after: #"":true"#),
            .literal("}"),
        ],
        text: Dialect.TextPart(before: #"{"text":""#, after: #"","type":"text"}"#),
        image: [
            .literal(#"{"image_url":{"#),
            .detail(before: #""detail":""#, after: #"","#),
            .literal(#""url":"data:"#),
            .mediaType,
            .literal(";base64,"),
            .base64,
            .literal(#""},"type":"image_url"}"#),
        ],
        keepsEmptyPrompt: true
    )
}
