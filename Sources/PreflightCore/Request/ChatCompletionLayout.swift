/// The byte layout of the chat-completions body that carries images.
///
/// Compact UTF-8 with sorted keys and unescaped slashes:
/// `{"messages":[{"content":[TEXT,IMAGE,…],"role":"user"}],"model":"NAME"}`. The same pieces are
/// counted before a request is built and written when it is, so that the two cannot disagree.
public enum ChatCompletionLayout {
    /// What stands before the text part.
    static let opening = #"{"messages":[{"content":["#

    /// What stands around the prompt.
    static let textPart = (before: #"{"text":""#, after: #"","type":"text"}"#)

    /// What stands around an image's media type and its base64.
    static let imagePart = (
        before: #",{"image_url":{"url":"data:"#, between: ";base64,",
        after: #""},"type":"image_url"}"#
    )

    /// What stands around the model's name.
    static let closing = (before: #"],"role":"user"}],"model":""#, after: #""}"#)
}

extension ChatCompletionLayout {
    /// The length of the body with an empty prompt and these images, in bytes.
    ///
    /// - Parameters:
    ///   - model: The model's name.
    ///   - images: The images, in any order.
    /// - Returns: The length in bytes, that of each image in base64.
    public static func byteCount(model: String, images: some Sequence<ImageFacts>) -> Int {
        let frame = [
            opening, textPart.before, textPart.after, closing.before, closing.after,
        ]
        .reduce(0) { $0 + $1.utf8.count }
        let imageFrame = [imagePart.before, imagePart.between, imagePart.after]
            .reduce(0) { $0 + $1.utf8.count }
        return images.reduce(frame + jsonEscaped(model).utf8.count) { sum, image in
            sum + imageFrame + image.format.mediaType.utf8.count + image.base64ByteCount
        }
    }

    /// The text as it stands between the quotes of a JSON string (RFC 8259, section 7).
    public static func jsonEscaped(_ text: String) -> String {
        text.unicodeScalars.reduce(into: "") { $0 += jsonEscaped($1) }
    }

    private static func jsonEscaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": #"\""#
        case "\\": #"\\"#
        case "\n": #"\n"#
        case "\r": #"\r"#
        case "\t": #"\t"#
        case "\u{8}": #"\b"#
        case "\u{C}": #"\f"#
        case "\u{0}"..<" ":
            #"\u00"# + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: String(scalar)
        }
    }
}
