/// IMG101: the content is not a format the model takes.
extension Rule {
    static let unacceptedFormat = Rule(
        page: FindingPage(
            title: "The content is not a format the model takes",
            severity: .error,
            check: """
                The first bytes decide, never the name. The finding is raised for formats that the \
                model's table does not list, for content that is no image, and for empty files; nothing \
                else is said of such a file.
                """,
            reason: """
                Providers answer 400, and in a conversation every later turn fails with it, because the \
                image stays in the history.
                """,
            cure: """
                JPEG, PNG, GIF and WebP are decoded, so `imgcheck fix` converts one of them that a table \
                lacks. Everything else is only named: export it from a program that reads it.
                """
        ),
        limit: LimitShape(measures: [.format], bound: .oneOf, condition: .uncounted),
        ofImage: { image in image.refusedFormat.map { [$0] } ?? [] }
    )
}

extension ImageCase {
    fileprivate var refusedFormat: Finding? {
        let broken = limits.filter { limit in
            guard case .oneOf(let accepted) = limit.bound else { return false }
            return !accepted.contains(facts.format)
        }
        // Of several the one that holds here only says most.
        guard let limit = broken.last else { return nil }
        let obstacle = picture.isVisible ? obstacle(to: .convert) : .unreadable
        var finding = Finding(
            code: .unacceptedFormat,
            message: message(table.acceptedFormats, limit.qualification(where: false), obstacle),
            source: limit.source
        )
        finding.evidence = broken.map(\.evidence).first { !$0.isGuess } ?? limit.evidence
        finding.remedy = facts.format.isDecodable && obstacle == nil ? .convert : nil
        return finding
    }

    private func message(
        _ accepted: [ImageFormat],
        _ qualification: String,
        _ obstacle: Obstacle?
    ) -> Message {
        guard facts.byteCount > 0 else { return Message("The file is empty", help: .getAgain) }
        let formats = String.list(accepted.map(\.displayName), joinedBy: "or")
        let name = facts.foreignContent?.name ?? facts.format.displayName
        let fact = "The content is \(name), and \(table.name) takes \(formats)\(qualification)"
        if let cure = facts.foreignContent?.cure { return Message(fact, help: .act(cure)) }
        switch facts.format {
        case .unknown:
            return Message(fact, help: .act("send an image, exported as \(formats)"))
        case let format where format.isDecodable:
            return Message(fact, help: .apply(.convert), unless: obstacle)
        default:
            return Message(
                fact,
                help: .act("export it as \(formats), since imgcheck does not decode it")
            )
        }
    }
}
