internal import PreflightCore

extension Preflight {
    /// Normalises inputs under the rules for as many images as will go together.
    ///
    /// Rules may be milder for fewer images. So images that cannot go do not count for the others,
    /// and where several requests may be made, an image that only a smaller one takes is not
    /// refused.
    func normalisedGroup(
        of inputs: [ImageInput],
        options requestOptions: RequestOptions
    ) async throws(CancellationError) -> NormalisedGroup {
        let group = try await normalisedGroup(of: inputs, options: requestOptions, amongImages: nil)
        let goingCount = group.goingCount
        guard goingCount < inputs.count, !options.judgesEach else { return group }
        if goingCount > 0, !table.hasSameLimits(for: goingCount, and: inputs.count) {
            let left = try await self.normalisedGroup(
                of: inputs,
                options: requestOptions,
                amongImages: goingCount
            )
            if table.hasSameLimits(for: left.goingCount, and: goingCount) { return left }
        }
        guard requestOptions.split == .whenNeeded, group.refusesEdges else { return group }
        for imageCount in table.imageCountsBeforeEdgeLimits where imageCount < inputs.count {
            var part = try await self.normalisedGroup(
                of: inputs,
                options: requestOptions,
                amongImages: imageCount
            )
            part.imageCountAtMost = imageCount
            if part.goingCount > goingCount { return part }
        }
        return group
    }

    private func normalisedGroup(
        of inputs: [ImageInput],
        options requestOptions: RequestOptions,
        amongImages imageCount: Int?
    ) async throws(CancellationError) -> NormalisedGroup {
        var preflight = self
        preflight.options.detail = requestOptions.message.detail ?? options.detail
        var images: [NormalisedImage] = []
        let report = try await preflight.normalise(
            inputs,
            options: requestOptions.plan,
            imageCount: imageCount
        ) { normalised in
            images.append(normalised)
            return .none
        }
        return NormalisedGroup(report: report, images: images)
    }
}
