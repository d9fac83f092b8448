/// A chat-completions body with images, in the layout that ``ChatCompletionLayout`` counts.
package struct ChatCompletionBody: Sendable {
    /// The model's name.
    package var model: String

    /// What stands beside the images.
    package var message: MessageOptions

    /// Creates the body of a request to `model`.
    package init(model: String, message: MessageOptions) {
        self.model = model
        self.message = message
    }
}

extension ChatCompletionBody {
    /// The body with `images`, compact, without a newline at its end.
    package func bytes(with images: [ChatCompletionImage]) -> [UInt8] {
        var body: [UInt8] = []
        body.reserveCapacity(
            overheadByteCount
                + images.reduce(0) { sum, image in
                    sum
                        + partByteCount(
                            imageByteCount: image.bytes.count,
                            mediaType: image.mediaType,
                            label: image.label
                        )
                }
        )
        body += opening.utf8
        for image in images {
            let part = imagePart(mediaType: image.mediaType, label: image.label)
            body += part.before.utf8
            Base64.append(image.bytes.span, to: &body)
            body += part.after.utf8
        }
        body += closing.utf8
        return body
    }

    /// The length of the body without images, in bytes.
    package var overheadByteCount: Int { opening.utf8.count + closing.utf8.count }

    /// The bytes that one image adds to the body.
    package func partByteCount(imageByteCount: Int, mediaType: String, label: String?) -> Int {
        let part = imagePart(mediaType: mediaType, label: label)
        return part.before.utf8.count + Base64.encodedByteCount(imageByteCount)
            + part.after.utf8.count
    }
}

extension ChatCompletionBody {
    private typealias Layout = ChatCompletionLayout

    private var opening: String {
        let maxTokens = message.maxTokens.map { #""max_tokens":\#($0),"# } ?? ""
        let system =
            message.system.map {
                #"{"content":"\#(Layout.jsonEscaped($0))","role":"system"},"#
            } ?? ""
        return "{" + maxTokens + #""messages":["# + system + #"{"content":["#
            + textPart(message.prompt)
    }

    private var closing: String {
        Layout.closing.before + Layout.jsonEscaped(model) + Layout.closing.after
    }

    private func textPart(_ text: String) -> String {
        Layout.textPart.before + Layout.jsonEscaped(text) + Layout.textPart.after
    }

    /// What stands before and after an image's base64, its label included.
    private func imagePart(mediaType: String, label: String?) -> (before: String, after: String) {
        let labelPart = label.map { "," + textPart($0) } ?? ""
        let detail = message.detail.map { #""detail":"\#(Layout.jsonEscaped($0))","# } ?? ""
        let before =
            labelPart + #",{"image_url":{"# + detail + #""url":"data:"# + mediaType
            + Layout.imagePart.between
        return (before, Layout.imagePart.after)
    }
}

/// One image as a chat-completions body carries it.
package struct ChatCompletionImage: Sendable, Hashable {
    /// The file.
    package var bytes: [UInt8]

    /// The media type of the bytes.
    package var mediaType: String

    /// The text before it; nil for none.
    package var label: String?

    /// Creates an image.
    package init(bytes: [UInt8], mediaType: String, label: String? = nil) {
        self.bytes = bytes
        self.mediaType = mediaType
        self.label = label
    }
}
