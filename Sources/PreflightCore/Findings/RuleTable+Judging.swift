extension RuleTable {
    /// Everything that is to be said of one image of a request, in the order of the codes.
    ///
    /// A total function: whatever the image, the answer is a list of findings.
    ///
    /// - Parameters:
    ///   - image: What is known of the image.
    ///   - imageCount: How many images the request has; some limits depend on it.
    /// - Returns: The findings; empty where there is nothing to say.
    public func findings(for image: InspectedImage, amongImages imageCount: Int) -> [Finding] {
        let imageCase = ImageCase(image, amongImages: imageCount, under: self)
        // Of what is in no format that the model takes, nothing else is said.
        let refusals = Rule.unacceptedFormat.ofImage(imageCase)
        return refusals.isEmpty ? contentFindings(for: imageCase) : weighed(refusals)
    }

    /// What is to be said of an image but its format, in the order of the codes.
    func contentFindings(for imageCase: ImageCase) -> [Finding] {
        weighed(Rule.contentChecks.flatMap { $0(imageCase) })
    }

    /// The findings that count, with the severities that a person decided.
    package func weighed(_ findings: [Finding]) -> [Finding] {
        guard !severities.isEmpty || !ignoredCodes.isEmpty else { return findings }
        return findings.filter { !ignoredCodes.contains($0.code) }
            .map { finding in
                var finding = finding
                finding.severity = severities[finding.code] ?? finding.severity
                return finding
            }
    }

    /// Everything that is to be said of a request as a whole, in the order of the codes.
    public func findings(for totals: RequestTotals) -> [Finding] {
        findings(for: RequestCase(totals, trimmed: totals, under: self))
    }

    /// Everything that is to be said of a request of one image, in the order of the codes.
    ///
    /// - Parameters:
    ///   - image: What is known of the image.
    ///   - totals: The totals of the request that holds a file.
    /// - Returns: The findings; those about bytes have no remedy where the image cannot be shrunk.
    package func findings(
        forRequestOf image: InspectedImage,
        totals: (ImageFacts) -> RequestTotals
    ) -> [Finding] {
        findings(
            for: RequestCase(
                totals(image.facts),
                trimmed: totals(image.trimmedFacts),
                obstacleToShrinking: {
                    ImageCase(image, amongImages: 1, under: self).obstacleToShrinking
                },
                under: self
            )
        )
    }

    private func findings(for request: RequestCase) -> [Finding] {
        weighed(Rule.requestChecks.flatMap { $0(request) })
    }

    /// The limits whose condition is known to hold for a picture of a request.
    ///
    /// - Parameters:
    ///   - imageCount: How many images the request has.
    ///   - scale: What the picture was scaled by, 1 where it was not.
    /// - Returns: The limits, in the order of the table.
    public func limits(applyingTo imageCount: Int, scale: Double = 1) -> [Limit] {
        // Looked at in place, since a limit is costly to copy.
        indicesOfLimits(applyingTo: imageCount, scale: scale).map { limits[$0] }
    }

    private func indicesOfLimits(applyingTo imageCount: Int, scale: Double) -> some Sequence<Int> {
        limits.indices.lazy.filter { index in
            guard let condition = limits[index].condition else { return true }
            let count = imageCount + limits[index].documentCount
            return condition.holds(in: Circumstances(imageCount: count, scale: scale))
        }
    }

    /// The table for a request with documents, where they count as images do.
    package func counting(documents documentCount: Int) -> RuleTable {
        var table = self
        for index in limits.indices
        where limits[index].includesDocuments && limits[index].code == .edgeTooLongForCount {
            table.limits[index].documentCount = documentCount
        }
        return table
    }

    /// Whether the same limits apply to requests of either number of images.
    package func hasSameLimits(for one: Int, and other: Int) -> Bool {
        limits(applyingTo: one) == limits(applyingTo: other)
    }
}

extension InspectedImage {
    /// The facts of the file without metadata and what follows its end.
    var trimmedFacts: ImageFacts {
        var trimmed = facts
        trimmed.byteCount = trimmedByteCount ?? facts.byteCount
        return trimmed
    }
}
