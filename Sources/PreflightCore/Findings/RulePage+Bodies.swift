/// IMG109 and REQ404: how a body spells an image, and where it stands.
extension RulePage {
    static let unusualBase64 = RulePage(
        title: "The base64 in a body is spelled in a way that strict decoders refuse",
        severity: .error,
        remedy: .reencodeBase64,
        check: """
            The image can be read once line breaks, padding, alphabet, escapes, prefixes or \
            quotation marks are put right, and nothing has to be guessed: what comes out begins with \
            an image's signature.
            """,
        reason: """
            Each provider uses a decoder of its own. What one passes over another answers with 400 \
            (“invalid base64”), and in a conversation every later turn fails with it.
            """,
        cure: """
            Write the same bytes as plain base64, in a data URL where the interface takes one; \
            `imgcheck request --body` does.
            """
    )

    static let misplacedImage = RulePage(
        title: "An image stands where the model takes none",
        severity: .error,
        check: """
            The table says in which roles of a dialect images may stand, and which dialects the \
            model's endpoint takes. What is written for a library, which makes a request of it, is \
            not held against it.
            """,
        reason: """
            Images in a system prompt, an answer or a tool's message are refused by interfaces that \
            take text there, often with a sentence that names neither the message nor the image.
            """,
        cure: """
            Move the image into a user message, or write the part in the interface's own dialect.
            """
    )
}
