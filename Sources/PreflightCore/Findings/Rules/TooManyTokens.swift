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
            return request.limits.filter { $0.code == .tooManyTokens }
                .compactMap { limit in
                    guard let bound = limit.bound(brokenBy: tokenCount) else { return nil }
                    let message = Message(
                        "The images cost \(tokenCount.grouped) tokens, and \(request.table.name) takes "
                            + "at most \(bound.grouped) in a request",
                        help: .apply(.split)
                    )
                    return Finding(breaking: limit, at: bound, measured: tokenCount, message)
                }
        }
    )
}
