/// An image inside a request body, by its place in the body's bytes.
package struct BodyImage: Sendable, Hashable {
    /// The path of its content part, as in `messages[41].content[1]`; `body.` or `params.` stand
    /// before it in a wrapped request, and `line 2: ` in JSON lines.
    package var location: String

    /// The interface that its part belongs to.
    package var kind: Kind

    /// The bytes of the content part, braces included.
    package var partRange: Range<Int>

    /// Where its bytes are.
    package var content: Content

    /// The interfaces whose content parts are known.
    package enum Kind: Sendable, Hashable {
        /// A part of the type `image_url` (OpenAI, chat completions).
        case chatCompletion
        /// A part of the type `image` (Anthropic, messages).
        case anthropic
    }

    /// Where the bytes of an image are.
    package enum Content: Sendable, Hashable {
        /// In the body, in base64 that may still turn out to be malformed: `base64` are its bytes
        /// inside a string, escapes not resolved.
        case embedded(mediaType: BodyMediaType, base64: Range<Int>)
        /// Elsewhere, under a web address; a report's excerpt of it.
        case remote(String)
        /// Uploaded before, under a file identifier; a report's excerpt of it.
        case uploaded(String)
        /// Nowhere: the part is not built as it has to be.
        case missing(BodyImageError)
    }
}

extension BodyImage {
    /// The media type that the body declares; nil where the bytes are not in the body, empty where
    /// none is declared.
    package var declaredMediaType: String? {
        guard case .embedded(let mediaType, _) = content else { return nil }
        return mediaType.declared
    }
}

extension BodyImage.Content {
    /// How the part is not built as it has to be; nil where it is.
    var error: BodyImageError? {
        guard case .missing(let error) = self else { return nil }
        return error
    }
}
