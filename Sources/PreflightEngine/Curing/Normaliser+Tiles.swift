internal import PreflightCore

extension Normaliser {
    /// Makes images of tiles, each acceptable on its own.
    ///
    /// - Parameters:
    ///   - cut: The tiles, which have just been written.
    ///   - input: Where the picture came from.
    /// - Returns: The images, in the order of the tiles; or why one cannot be made acceptable.
    func images(
        of cut: NormalisingJob.Cut,
        from input: ImageInput
    ) -> Result<[NormalisedImage], PlanRefusal> {
        var whole = self
        whole.options.tiling = .never
        var images: [NormalisedImage] = []
        for (place, content) in cut.tiles {
            let opened = OpenedImage(
                of: input,
                holding: content,
                knowing: written(content),
                in: spool
            )
            let outcome = whole.normalise(opened, holding: content)
            guard var image = outcome.images.first else {
                let reason = outcome.report.refusal ?? "The tile cannot be read"
                return .failure(PlanRefusal(reason.about(place.phrase)))
            }
            image.tile = place
            images.append(image)
        }
        return .success(images)
    }

    /// What is known of a file that was just written: no decode has to prove it.
    private func written(_ content: ImageContent) -> InspectedImage {
        var image = InspectedImage(label: .none, facts: content.facts)
        guard let header = try? content.facts.header.get() else { return image }
        image.decoding[table.animation.decodedFrames] = .decoded(
            DecodedImage(size: header.size, frameCount: header.frameCount)
        )
        return image
    }
}
