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
                    guard bound > 0 else { return .noImages(by: limit, imageCount, request.table) }
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

extension Finding {
    /// The finding that a model takes no images at all, which no split cures.
    fileprivate static func noImages(
        by limit: Limit,
        _ imageCount: Int,
        _ table: RuleTable
    ) -> Finding {
        let help = table.instead.map { Cure.act("send it to \($0)") } ?? .useOtherModel
        var finding = Finding(
            breaking: limit,
            at: 0,
            measured: imageCount,
            Message("\(table.name) takes text only", help: help)
        )
        finding.remedy = nil
        return finding
    }
}
