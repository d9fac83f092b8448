/// IMG111: in a format that the model takes and imgcheck does not decode.
extension Rule {
    static let notDecoded = Rule(
        page: FindingPage(
            title: "In a format that the model takes and imgcheck does not decode",
            severity: .note,
            check: """
                The content is in a format that the model's table lists and that is only named here: \
                its size and its bytes are looked at, and its pixels are not.
                """,
            reason: "A damaged file of such a format is not found before it is sent.",
            cure: "Export it as JPEG, PNG or WebP to have all of it checked."
        ),
        ofImage: { image in
            guard case .notDecodable = image.picture else { return [] }
            let message = Message(
                "The content is \(image.facts.format.displayName), which is not decoded here",
                help: .act("export it as JPEG, PNG or WebP to have its pixels checked")
            )
            return [Finding(code: .notDecoded, message: message)]
        }
    )
}
