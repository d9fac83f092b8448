internal import PreflightCore

extension NormalisedImage {
    /// The warnings that what came of an image raises and the image itself did not.
    ///
    /// - Parameters:
    ///   - findings: What was found about the image as it was.
    ///   - table: The rules.
    ///   - imageCount: How many images the request has.
    /// - Returns: The warnings, in the order of the codes; empty where nothing was changed.
    func newWarnings(
        besides findings: [Finding],
        under table: RuleTable,
        amongImages imageCount: Int
    ) -> [Finding] {
        guard !plan.isEmpty else { return [] }
        var result = InspectedImage(label: .none, facts: output.facts)
        result.scaledFrom = header.displaySize
        let known = Set(findings.map(\.code))
        return table.findings(for: result, amongImages: imageCount)
            .filter { $0.severity == .warning && !known.contains($0.code) }
    }
}

extension ImageReport {
    /// Takes what was done to the image, and what is to be said of the outcome.
    mutating func take(
        _ image: NormalisedImage,
        judgedBy table: RuleTable,
        amongImages imageCount: Int
    ) {
        plan = image.plan
        outputFindings = image.newWarnings(
            besides: findings,
            under: table,
            amongImages: imageCount
        )
    }
}
