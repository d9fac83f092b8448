/// IMG102: the name or the declared media type does not match the bytes.
extension Rule {
    static let mislabelled = Rule(
        page: FindingPage(
            title: "The name or the declared media type does not match the bytes",
            severity: .warning,
            remedy: .retype,
            check: """
                A known file name extension, or the media type in a request body, is compared with the \
                format of the bytes. Unknown extensions promise nothing. In a request body the finding is \
                an error, and `image/jpg` is wrong there too: the registered name is `image/jpeg`.
                """,
            reason: """
                Programs that build a request from the extension declare the wrong media type, and \
                providers that compare it with the bytes refuse the request.
                """,
            cure:
                "Rename the file, or declare the media type of the bytes; the bytes stay as they are."
        ),
        ofImage: { image in
            switch image.image.label {
            case .none: []
            case .fileNameExtension(let ending): image.facts.format.mismatches(ending)
            case .declaredMediaType(let declared): image.facts.format.mismatches(declared: declared)
            }
        }
    )
}

extension ImageFormat {
    fileprivate func mismatches(_ ending: String) -> [Finding] {
        guard let promised = ImageFormat(fileNameExtension: ending), promised != self else {
            return []
        }
        let name = fileNameExtensions.first
        return [
            Finding(
                code: .mislabelled,
                message: Message(
                    "The name ends in .\(ending), and the content is \(displayName)",
                    help: name.map { .rename(fileNameExtension: $0) }
                        ?? .act("give it the name of what it is")
                )
            )
        ]
    }

    fileprivate func mismatches(declared: String) -> [Finding] {
        guard !goes(as: declared) else { return [] }
        let fact =
            declared.isEmpty
            ? "No media type is declared, and the bytes are \(displayName)"
            : "\(declared) is declared, and the bytes are \(displayName)"
        return [
            Finding(
                code: .mislabelled,
                severity: .error,
                message: Message(fact, help: .declare(mediaType: mediaType))
            )
        ]
    }
}
