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
        text: TextPart(before: #"{"text":""#),
        layout: .gemini,
        clientNote:
            "The google-genai client takes `contents` as they stand, and the rest as `config`."
    )

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
            .literal(#""}}"#),
        ]
    )
}
