internal import PreflightCore

extension NormalisedImage {
    /// The warnings that what came of an image raises and the image itself did not; of a tile with
    /// its place.
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
        guard !plan.isEmpty || tile != nil else { return [] }
        var result = InspectedImage(label: .none, facts: output.facts)
        result.scaledFrom = header.displaySize
        let scale = Double(displaySize.longEdge) / Double(max(1, header.displaySize.longEdge))
        result.madeQuality = opened.inspected.quality?.scaled(by: tile == nil ? scale : 1)
        return table.newWarnings(of: result, besides: findings, amongImages: imageCount)
            .map { finding in
                guard let tile else { return finding }
                var finding = finding
                finding.message = finding.message.about(tile.phrase)
                return finding
            }
    }
}

extension ImageReport {
    /// Takes what was done to the image, and what is to be said of the outcome.
    ///
    /// - Parameters:
    ///   - images: The image that can go, or its tiles, whose plan is here already.
    ///   - table: The rules.
    ///   - imageCount: How many images the request has.
    mutating func take(
        _ images: [NormalisedImage],
        judgedBy table: RuleTable,
        amongImages imageCount: Int
    ) {
        if let whole = images.first, whole.tile == nil { plan = whole.plan }
        outputFindings = images.flatMap {
            $0.newWarnings(besides: findings, under: table, amongImages: imageCount)
        }
    }
}
