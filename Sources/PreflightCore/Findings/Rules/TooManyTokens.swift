/// REQ405: the images cost more tokens than a request may have.
extension Rule {
    static let tooManyTokens = Rule(
        page: FindingPage(
            title: "The images cost more tokens than a request may have",
            severity: .error,
            remedy: .split,
            check: """
                The tokens of all images, by the table's arithmetic, are compared with the limit; \
                equal passes. The text's tokens come on top and are not counted.
                """,
            reason: "The provider refuses the request, or drops what does not fit.",
            cure: "Send several requests, or smaller images where size decides the tokens."
        ),
        limit: LimitShape(measures: [.imagesTokenCount], bound: .atMost, condition: .optional),
        ofRequest: { request in
            guard let tokenCount = request.totals.tokenCount else { return [] }
            return request.limits.of(.tooManyTokens)
                .compactMap { limit in
                    let limit = limit.deciding(on: tokenCount)
                    guard let bound = limit.bound(brokenBy: tokenCount) else { return nil }
                    let message = Message(
                        "The images cost \(tokenCount.grouped) tokens, and \(request.table.name) takes "
                            + "at most \(bound.grouped) in a request",
                        help: request.totals.imageCount > 1
                            ? .apply(.split) : .act("cut it into parts or scale it down")
                    )
                    var finding = Finding(
                        breaking: limit,
                        at: bound,
                        measured: tokenCount,
                        message
                    )
                    // No split makes one image cost less.
                    if request.totals.imageCount <= 1 { finding.remedy = nil }
                    return finding
                }
        }
    )
}
