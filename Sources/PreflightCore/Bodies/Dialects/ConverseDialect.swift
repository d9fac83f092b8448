extension Dialect {
    /// Amazon Bedrock's Converse as JSON, with bytes in base64.
    public static let converse = Dialect(
        name: "converse",
        title: "Amazon Bedrock Converse",
        address: "https://docs.aws.amazon.com/bedrock/latest/APIReference/"
            + "API_runtime_Converse.html",
        isSent: true,
        turns: ["messages[]"],
        parts: ["content[]"],
        asides: [Aside(path: "system[]", role: "system")],
        nests: [Nest(path: "toolResult.content[]")],
        images: [
            ImagePart(
                path: "image.source.bytes",
                holds: .base64,
                mediaTypes: ["format"],
                isFormatName: true,
                mediaTypeHolder: "image",
                needsMediaType: true
            ),
            ImagePart(
                path: "guardContent.image.source.bytes",
                holds: .base64,
                mediaTypes: ["format"],
                isFormatName: true,
                mediaTypeHolder: "guardContent.image",
                needsMediaType: true,
                // GuardrailConverseImageBlock, whose `format` is one of these.
                formats: [.png, .jpeg]
            ),
            ImagePart(path: "image.source.s3Location.uri", holds: .identifier),
        ],
        text: TextPart(before: #"{"text":""#),
        layout: .converse,
        clientNote: "boto3 encodes `bytes` itself: hand it the file's bytes, decoded from base64."
    )
}

extension Dialect.RequestLayout {
    /// The pieces of a request, in the order of its names.
    ///
    /// `{"inferenceConfig":…,"messages":[{"content":[PARTS],"role":"user"}],"modelId":…,"system":…}`.
    package static let converse = Dialect.RequestLayout(
        pieces: [
            .literal("{"),
            .maxTokens(before: #""inferenceConfig":{"maxTokens":"#, after: "},"),
            .literal(#""messages":[{"content":["#),
            .parts,
            .literal(#"],"role":"user"}],"modelId":""#),
            .model,
            .literal(#"""#),
            .system(before: #","system":[{"text":""#, after: #""}]"#),
            .literal("}"),
        ],
        text: Dialect.TextPart(before: #"{"text":""#),
        image: [
            .literal(#"{"image":{"format":""#),
            .formatName,
            .literal(#"","source":{"bytes":""#),
            .base64,
            .literal(#""}}}"#),
        ]
    )
}
