/// REQ401: too many images in one request.
extension Rule {
    static let tooManyImages = Rule(
        page: FindingPage(
            title: "Too many images in one request",
            severity: .error,
            remedy: .split,
            check: """
                Every input counts, also a refused or repeated one, and documents where the table says \
                so; of a conversation the images of all turns, or of the last one, as the table says. \
                Equal passes.
                """,
            reason:
                "The provider refuses the request. In a conversation the images of all turns count.",
            cure: "Send several requests."
        ),
        limit: LimitShape(
            measures: [.imageCount, .lastTurnImageCount],
            bound: .atMost,
            condition: .uncounted
        ),
        ofRequest: { request in
            request.limits.of(.tooManyImages)
                .compactMap { limit in
                    guard let count = request.totals.count(by: limit) else { return nil }
                    let limit = limit.deciding(on: count)
                    guard let bound = limit.bound(brokenBy: count) else { return nil }
                    guard bound > 0 else { return .noImages(by: limit, count, request.table) }
                    let message = Message(
                        "\(request.totals.counted(by: limit)), and \(request.table.name) takes "
                            + "at most \(bound.grouped)",
                        help: .apply(.split)
                    )
                    return Finding(breaking: limit, at: bound, measured: count, message)
                }
        }
    )
}

extension RequestTotals {
    /// The images that a limit counts, with the documents where it counts those too.
    fileprivate func count(by limit: Limit) -> Int? {
        value(of: limit.measure).map { $0 + (limit.includesDocuments ? documentCount : 0) }
    }

    /// What is counted, as a clause.
    fileprivate func counted(by limit: Limit) -> String {
        guard limit.measure == .imageCount else {
            return "The last turn has \((lastTurnImageCount ?? imageCount).grouped) images"
        }
        let documents =
            limit.includesDocuments && documentCount > 0
            ? " and \(documentCount.grouped) document\(documentCount == 1 ? "" : "s")" : ""
        return "The request has \(imageCount.grouped) images\(documents)"
    }
}

extension Finding {
    /// The finding that a model takes no images at all, which no split cures.
    fileprivate static func noImages(
        by limit: Limit,
        _ imageCount: Int,
        _ table: RuleTable
    ) -> Finding {
        let help = table.instead.map { Cure.useModel($0) } ?? .useOtherModel
        var finding = Finding(
            breaking: limit,
            at: 0,
            measured: imageCount,
            Message("The model takes text only", help: help)
        )
        finding.remedy = nil
        return finding
    }
}
