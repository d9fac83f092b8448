extension Dialect {
    /// Google's Gemini, in the spelling of its REST interface and in that of its Python client.
    public static let gemini = Dialect(
        name: "gemini",
        title: "Google Gemini",
        address: "https://ai.google.dev/api/generate-content",
        isSent: true,
        turns: ["contents[]", "contents"],
        parts: ["parts[]", "parts"],
        asides: [
            Aside(path: "systemInstruction.parts[]", role: "system"),
            Aside(path: "system_instruction.parts[]", role: "system"),
        ],
        nests: [
            // A part of a function's answer is data of some media type, and no text.
            Nest(path: "functionResponse.parts[]", takesText: false),
            Nest(path: "function_response.parts[]", takesText: false),
        ],
        images: [
            inline("inlineData"), inline("inline_data"),
            ImagePart(path: "fileData.fileUri", holds: .identifier),
            ImagePart(path: "file_data.file_uri", holds: .identifier),
        ],
        partDetails: resolution([
            "mediaResolution.level", "media_resolution.level", "mediaResolution",
            "media_resolution",
        ]),
        requestDetails: resolution([
            "generationConfig.mediaResolution", "generationConfig.media_resolution",
            "generation_config.media_resolution", "generation_config.mediaResolution",
            "config.media_resolution", "config.mediaResolution",
        ]),
        text: TextPart(before: #"{"text":""#),
        layout: .gemini,
        clientNote:
            "The google-genai client takes `contents` as they stand, and the rest as `config`."
    )

    /// Source: Google, "Media resolution" (https://ai.google.dev/gemini-api/docs/media-resolution).
    private static func resolution(_ paths: [JSONPath]) -> [DetailWay] {
        paths.map { DetailWay(path: $0, reading: .word(after: "media_resolution_")) }
    }

    /// Bytes in the part; any file may stand there, a video too.
    private static func inline(_ name: String) -> ImagePart {
        ImagePart(
            path: JSONPath([.member(name), .member("data")]),
            holds: .base64,
            mediaTypes: ["mimeType", "mime_type"],
            needsMediaType: true,
            isAnyFile: true
        )
    }
}

extension Dialect.RequestLayout {
    /// The pieces of a request, in the order of its names.
    ///
    /// `{"contents":[{"parts":[PARTS],"role":"user"}],"generationConfig":…,"systemInstruction":…}`.
    ///
    /// The model's name stands in the address, not in the body.
    package static let gemini = Dialect.RequestLayout(
        pieces: [
            .literal(#"{"contents":[{"parts":["#),
            .parts,
            .literal(#"],"role":"user"}]"#),
            .maxTokens(before: #","generationConfig":{"maxOutputTokens":"#, after: "}"),
            .system(before: #","systemInstruction":{"parts":[{"text":""#, after: #""}]}"#),
            .literal("}"),
        ],
        text: Dialect.TextPart(before: #"{"text":""#),
        image: [
            .literal(#"{"inlineData":{"data":""#),
            .base64,
            .literal(#"","mimeType":""#),
            .mediaType,
            .literal(#""}"#),
            .detail(
                before: #","mediaResolution":{"level":"MEDIA_RESOLUTION_"#,
                after: #""}"#,
                isUppercase: true
            ),
            .literal("}"),
        ]
    )
}
