/// IMG204: so small that answers degrade.
extension Rule {
    static let tooSmall = Rule(
        page: FindingPage(
            title: "So small that answers degrade",
            severity: .warning,
            check:
                "The shorter edge is compared with the least that the provider advises; equal passes.",
            reason: "The model has too little to look at.",
            cure: "Send a larger original. Enlarging adds no detail, so imgcheck never does it."
        ),
        limit: LimitShape(measures: [.shortEdgePixels], bound: .atLeast, condition: .optional),
        ofImage: { image in
            guard let header = image.header else { return [] }
            return image.findings(.tooSmall, measured: header.size.shortEdge) { _, bound, _ in
                Message(
                    "\(header.displaySize) px is so small that answers degrade, which they do below "
                        + "\(bound.grouped) px",
                    help: .sendLargerOriginal
                )
            }
        }
    )
}
