/// IMG201 and IMG202: an edge is longer than the model takes.
extension Rule {
    static let edgeTooLong = Rule(
        page: FindingPage(
            title: "An edge is longer than the model takes",
            severity: .error,
            remedy: .downscale,
            check: "The longer edge is compared with the table's limit; equal passes.",
            reason: "The provider refuses the request and does not say which image it was.",
            cure: "Scale the image down."
        ),
        limit: LimitShape(measures: [.longEdgePixels], bound: .atMost, condition: .uncounted),
        ofImage: { $0.edgeFindings(.edgeTooLong) }
    )

    static let edgeTooLongForCount = Rule(
        page: FindingPage(
            title: "An edge is longer than the model takes with this many images",
            severity: .error,
            remedy: .downscale,
            check: """
                Some providers lower the limit once a request carries more than a number of images. All \
                images count, those of earlier turns too, and documents where the table says so; equal \
                passes.
                """,
            reason: """
                An image that was fine in one turn makes a later turn fail, when the history has grown \
                past that number.
                """,
            cure:
                "Scale the image down, or split the request so that each part stays under the number."
        ),
        limit: LimitShape(measures: [.longEdgePixels], bound: .atMost, condition: .counted),
        ofImage: { $0.edgeFindings(.edgeTooLongForCount) }
    )
}

extension ImageCase {
    fileprivate func edgeFindings(_ code: FindingCode) -> [Finding] {
        guard let header else { return [] }
        return findings(
            code,
            measured: header.size.longEdge,
            unless: { _ in obstacle(to: .downscale) },
            message: { limit, bound, obstacle in
                let fact =
                    "\(header.displaySize) px is longer than the \(bound.grouped) px that \(table.name) "
                    + "takes"
                guard let count = limit.condition?.imageCountMoreThan else {
                    return Message(fact, help: .apply(.downscale), unless: obstacle)
                }
                let documents =
                    limit.documentCount == 0
                    ? ""
                    : " and \(limit.documentCount.grouped) document"
                        + (limit.documentCount == 1 ? "" : "s")
                let what = limit.includesDocuments ? "images and documents" : "images"
                return Message(
                    "\(fact) among more than \(count.grouped) \(what), and this request has "
                        + imageCount.grouped + documents,
                    help: .either([obstacle?.cure ?? .apply(.downscale), .apply(.split)])
                )
            }
        )
    }
}
