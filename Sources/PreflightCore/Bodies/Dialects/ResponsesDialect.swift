extension Dialect {
    /// OpenAI's Responses, with the images that tools and computers answer with.
    static let responses = Dialect(
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
        text: TextPart(before: #"{"type":"input_text","text":""#)
    )
}
