/// REQ401: too many images in one request.
extension Rule {
    static let tooManyImages = Rule(
        page: FindingPage(
            title: "Too many images in one request",
            severity: .error,
            remedy: .split,
            check: "Every input counts, also a refused or repeated one; equal passes.",
            reason:
                "The provider refuses the request. In a conversation the images of all turns count.",
            cure: "Send several requests."
        ),
        limit: LimitShape(measures: [.imageCount], bound: .atMost, condition: .never),
        ofRequest: { request in
            let imageCount = request.totals.imageCount
            return request.limits.filter { $0.code == .tooManyImages }
                .compactMap { limit in
                    guard let bound = limit.bound(brokenBy: imageCount) else { return nil }
                    let message = Message(
                        "The request has \(imageCount.grouped) images, and \(request.table.name) takes "
                            + "at most \(bound.grouped)",
                        help: .apply(.split)
                    )
                    return Finding(breaking: limit, at: bound, measured: imageCount, message)
                }
        }
    )
}
