/// IMG105: cannot be decoded.
extension Rule {
    static let undecodable = Rule(
        page: FindingPage(
            title: "Cannot be decoded: corrupt or truncated",
            severity: .error,
            check: """
                The data of every pixel are read as libvips does at `fail_on=error`; of an animation, the frames that \
                the model looks at. A picture of which pixels are missing cannot be decoded either, \
                though some decoder fills the gap: the finding says which rows. Decoders say nothing of \
                the rows that an arithmetically coded JPEG lacks, nor of zeros in place of the data of a \
                WebP: those are found by going through the codes. Nor do they say that the data of a JPEG \
                hold more rows than its header asks for. Where only headers are read, only an unreadable \
                header raises the finding.
                """,
            reason: """
                Providers answer that they could not process the image, often without saying which one.
                """,
            cure: "There is nothing to repair it from: get the file again from its origin."
        ),
        ofImage: { image in
            let format = image.facts.format
            switch image.picture {
            case .foreign(let content):
                return [
                    Finding(
                        code: .undecodable,
                        message: Message(
                            "The \(format.displayName) is not one, the content is \(content.name)",
                            help: content.cure.map { .act($0) } ?? .getAgain
                        )
                    )
                ]
            case .withoutHeader(let error):
                return [.undecodable(format, because: "its header cannot be read, \(error)")]
            case .incomplete(let missing):
                return [.undecodable(format, because: missing.description)]
            case .undecodable(let error):
                let coding = image.header?.flaws.first.first { $0.isOfCoding }
                return [
                    coding.map { .unread($0, error) }
                        ?? .undecodable(format, because: error.description)
                ]
            default:
                return []
            }
        }
    )
}

extension StructuralFlaw {
    /// Whether the file may be whole, and the decoder of the project does not read its kind.
    fileprivate var isOfCoding: Bool { cure == .rewrite && refusedBy.contains(.libjpegTurbo) }
}

extension Finding {
    fileprivate static func unread(_ flaw: StructuralFlaw, _ error: CodecError) -> Finding {
        let decoders = String.list(flaw.refusedBy.map(\.rawValue))
        return Finding(
            code: .undecodable,
            message: Message(
                "\(flaw.fact.prefix(1).uppercased())\(flaw.fact.dropFirst()), which \(decoders) refuse; "
                    + error.description,
                help: .exportAgain
            )
        )
    }

    fileprivate static func undecodable(_ format: ImageFormat, because reason: String) -> Finding {
        Finding(
            code: .undecodable,
            message: Message("The \(format.displayName) is not whole; \(reason)", help: .getAgain)
        )
    }

    /// The finding that an image of a request body is no image, or not in base64.
    package static func undecodableInBody(
        because reason: String,
        cure: Cure = .encodeAgain
    ) -> Finding {
        Finding(
            code: .undecodable,
            message: Message("The image cannot be read, \(reason)", help: cure)
        )
    }
}
