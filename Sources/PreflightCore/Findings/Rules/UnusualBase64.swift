/// IMG109: base64 that strict decoders refuse, and that can be read all the same.
extension Rule {
    static let unusualBase64 = Rule(
        page: FindingPage(
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
                repairing a body does.
                """
        ),
        ofImage: { image in
            let faults = image.image.base64Faults.map(\.description)
            guard !faults.isEmpty else { return [] }
            let message = Message(
                "The base64 is not plain, it has \(String.list(faults))",
                help: .apply(.reencodeBase64)
            )
            return [
                Finding(
                    code: .unusualBase64,
                    severity: image.table.base64Severity,
                    message: message
                )
            ]
        }
    )
}
