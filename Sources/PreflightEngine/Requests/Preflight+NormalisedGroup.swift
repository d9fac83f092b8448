internal import FileSystem
internal import PreflightCore

extension Preflight {
    /// Normalises inputs under the rules for as many images as will go together.
    ///
    /// Rules may be milder for fewer images. So images that cannot go do not count for the others,
    /// and where several requests may be made, an image that only a smaller one takes is not
    /// refused. However often the rules change, each input is opened and proved once.
    func normalisedGroup(
        of inputs: [ImageInput],
        options requestOptions: RequestOptions,
        in spool: Spool
    ) async throws(CancellationError) -> NormalisedGroup {
        let judgedCount = options.judgesEach ? 1 : inputs.count
        func normaliser(amongImages imageCount: Int) -> Normaliser {
            Normaliser(
                self,
                options: requestOptions.plan,
                imageCount: imageCount,
                judgedCount: judgedCount,
                judgesEach: options.judgesEach,
                spool: spool
            )
        }
        let first = normaliser(amongImages: judgedCount)
        let group = try await normalisedGroup(of: inputs, by: first.normalise)
        let goingCount = group.goingCount
        guard goingCount != inputs.count, !options.judgesEach else { return group }
        if goingCount > 0, !table.hasSameLimits(for: goingCount, and: inputs.count) {
            let again = normaliser(amongImages: goingCount)
            let left = try await normalisedGroup(of: group.outcomes, by: again.normaliseAgain)
            // What keeps to the rules for more images keeps to those for fewer.
            let isSound = goingCount > inputs.count && left.goingCount <= goingCount
            if isSound || table.hasSameLimits(for: left.goingCount, and: goingCount) { return left }
        }
        guard requestOptions.split == .whenNeeded, group.refusesEdges else { return group }
        for imageCount in table.imageCountsBeforeEdgeLimits where imageCount < inputs.count {
            let again = normaliser(amongImages: imageCount)
            var part = try await normalisedGroup(of: group.outcomes, by: again.normaliseAgain)
            part.imageCountAtMost = imageCount
            if part.goingCount > goingCount { return part }
        }
        return group
    }

    private func normalisedGroup<Element: Sendable>(
        of elements: [Element],
        by normalise: @escaping @Sendable (Element) -> NormalisingOutcome
    ) async throws(CancellationError) -> NormalisedGroup {
        var outcomes: [NormalisingOutcome] = []
        var byteCount = 0
        try await OrderedWork.run(on: elements, jobCount: options.jobCount, normalise) { outcome in
            outcomes.append(outcome)
            byteCount += outcome.report.facts?.byteCount ?? 0
            progress?(.read(imageCount: outcomes.count, of: elements.count, byteCount: byteCount))
        }
        return NormalisedGroup(outcomes: outcomes)
    }
}

/// Images normalised among as many as a request will have.
struct NormalisedGroup {
    /// What came of each input, in their order.
    var outcomes: [NormalisingOutcome]

    /// The most images of a request under whose rules they are acceptable; nil for any.
    var imageCountAtMost: Int?

    /// The images that can go, each tile one.
    var goingCount: Int { outcomes.reduce(0) { $0 + $1.images.count } }

    /// Whether an image cannot go that a request of fewer images may take.
    var refusesEdges: Bool {
        outcomes.contains { outcome in
            outcome.images.isEmpty
                && outcome.report.findings.contains { $0.code == .edgeTooLongForCount }
        }
    }
}
