/// IMG210: an edge is shorter than the model takes.
extension Rule {
    static let edgeTooShort = Rule(
        page: FindingPage(
            title: "An edge is shorter than the model takes",
            severity: .error,
            check: "The shorter edge is compared with the table's limit; equal passes.",
            reason:
                "The provider refuses the request: there is less than the model's smallest patch.",
            cure: """
                Send a larger original, or put the picture on a background. Enlarging adds no detail, \
                so imgcheck never does it.
                """
        ),
        limit: LimitShape(measures: [.shortEdgePixels], bound: .atLeast, condition: .optional),
        ofImage: { image in
            guard let header = image.header else { return [] }
            return image.findings(
                .edgeTooShort,
                measured: header.size.shortEdge,
                message: { _, bound, _ in
                    Message(
                        "\(header.displaySize) px is shorter than the \(bound.grouped) px that "
                            + "\(image.table.name) takes at least",
                        help: .either([.act("put it on a background"), .sendLargerOriginal])
                    )
                }
            )
        }
    )
}
