/// What a chat-completions body weighs, which is what `check` counts for files.
package enum ChatCompletionLayout {}

extension ChatCompletionLayout {
    /// The length of the body with an empty prompt and these images, in bytes.
    ///
    /// - Parameters:
    ///   - model: The model's name.
    ///   - images: The images, in any order.
    /// - Returns: The length in bytes, that of each image in base64.
    package static func byteCount(model: String, images: some Sequence<ImageFacts>) -> Int {
        let body = DialectBody(model: model, message: MessageOptions())
        return images.reduce(body.overheadByteCount) { sum, image in
            sum
                + body.partByteCount(
                    imageByteCount: image.byteCount,
                    mediaType: image.format.mediaType,
                    label: nil
                )
        }
    }

    /// The text as it stands between the quotes of a JSON string (RFC 8259, section 7).
    package static func jsonEscaped(_ text: String) -> String {
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
