/// IMG211: more pixels or patches than the model takes.
extension Rule {
    static let tooManyPixels = Rule(
        page: FindingPage(
            title: "More pixels or patches than the model takes",
            severity: .error,
            remedy: .downscale,
            check: """
                The area in pixels, or the number of square patches that cover the picture, is \
                compared with the table's limit; equal passes.
                """,
            reason: """
                Some providers refuse what they would have to shrink too far, where others shrink it.
                """,
            cure: "Scale the image down."
        ),
        limit: LimitShape(measures: [.displaySize], bound: .within, condition: .optional),
        ofImage: { image in
            image.limits.of(.tooManyPixels).compactMap(image.excess)
        }
    )
}

extension ImageCase {
    fileprivate func excess(over limit: Limit) -> Finding? {
        guard let size = header?.displaySize else { return nil }
        let limit = limit.deciding(on: size)
        guard case .within(let target) = limit.bound, let excess = target.excess(of: size)
        else { return nil }
        let obstacle = obstacle(to: .downscale)
        var finding = Finding(
            code: limit.code,
            severity: limit.severity(ofBreakingBy: size),
            message: Message(
                "\(size) px is more than the \(String.list(target.boundDescriptions)) that "
                    + "\(table.name) takes\(limit.qualification(where: limit.isBrokenTwice(by: size)))",
                help: .apply(.downscale),
                unless: obstacle
            ),
            measured: excess.measured,
            limit: excess.limit,
            unit: excess.unit,
            source: limit.source
        )
        finding.evidence = limit.evidence
        return finding.curable(unless: obstacle)
    }
}
