/// IMG204: so small that answers degrade.
extension Rule {
    static let tooSmall = Rule(
        page: FindingPage(
            title: "So small that answers degrade",
            severity: .warning,
            check: """
                The shorter edge is compared with the least that the provider advises; equal passes. \
                A picture that imgcheck scales down is judged again: where less than half is left, \
                also by the narrowest page on which text is legible.
                """,
            reason: "The model has too little to look at.",
            cure: """
                Send a larger original. Enlarging adds no detail, so imgcheck never does it. Where the \
                picture is only small after it was scaled down, have it cut into tiles instead.
                """
        ),
        limit: LimitShape(
            measures: [.shortEdgePixels],
            bound: .atLeast,
            condition: .optional,
            mayRestOnScale: true
        ),
        ofImage: { image in
            guard let header = image.header else { return [] }
            let findings = image.findings(.tooSmall, measured: header.size.shortEdge) {
                limit,
                bound,
                _ in
                guard let original = image.image.scaledFrom, original != header.displaySize else {
                    return .tooSmall(header.displaySize, bound)
                }
                return .tooLittleLeft(header.displaySize, of: original, limit, bound)
            }
            // Of what is too small for one limit it need not be said that it is for a milder one.
            return Array(findings.prefix(1))
        }
    )
}

extension Message {
    fileprivate static func tooSmall(_ size: PixelSize, _ bound: Int) -> Message {
        Message(
            "\(size) px is so small that answers degrade, which they do below \(bound.grouped) px",
            help: .sendLargerOriginal
        )
    }

    fileprivate static func tooLittleLeft(
        _ size: PixelSize,
        of original: PixelSize,
        _ limit: Limit,
        _ bound: Int
    ) -> Message {
        let consequence =
            if limit.condition?.scaledBelowPercent != nil {
                "text of a page is rarely legible below \(bound.grouped) px"
            } else {
                "answers degrade below \(bound.grouped) px"
            }
        return Message(
            "\(size) px is all that is left of \(original) px, and \(consequence)",
            help: .allowTiling
        )
    }
}
