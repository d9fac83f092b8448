internal import PreflightCore

/// Brings many images under one number of bytes so that the worst-looking looks as good as it can.
///
/// First what loses nothing: metadata and bytes after an image's end. Then all images are scaled down
/// to what the model looks at and written with qualities that distort all of them alike. Two trials an
/// image show how its bytes and its distortion depend on quality; a third encode writes it.
struct BudgetFitter: Sendable {
    /// Whose limits are met.
    let table: RuleTable

    /// What may be done.
    let options: PlanOptions

    /// Decodes and encodes.
    let codec: any ImageCodec

    /// How many images are worked on at a time.
    let jobCount: Int

    /// The qualities that are used; below, a smaller picture would look better.
    static let qualities = 30...95

    /// The qualities of the trials.
    static let triedQualities = [30, 85]

    /// The highest distortion, as 1 − SSIM, at which pictures and their text are still legible.
    static let legibleDistortion = 0.12
}

extension BudgetFitter {
    /// An image with what its trials showed.
    struct Sample: Sendable {
        var image: FittingImage
        var trials: [EncodingTrial] = []

        /// What the trials show.
        var candidate: CommonLevel.Candidate {
            let probes = trials.map { trial in
                SizeCurve.Probe(
                    quality: trial.encoding.quality ?? 1,
                    byteCount: trial.bytes.count,
                    distortion: 1 - trial.similarity
                )
            }
            return CommonLevel.Candidate(
                curve: SizeCurve(probes, qualities: BudgetFitter.qualities),
                untouchedByteCount: image.output.bytes.count
            )
        }

        /// The quality at a level of distortion, or one that was tried and is as good as that.
        func quality(nearDistortion level: Double) -> Int? {
            guard let wanted = candidate.quality(atDistortion: level) else { return nil }
            return trials.compactMap(\.encoding.quality).first { abs($0 - wanted) <= 2 } ?? wanted
        }
    }

    /// The image without metadata and without what follows its end, if that saves bytes.
    func trimmed(_ image: FittingImage) -> FittingImage {
        let edits = Plan([.stripMetadata, .trim])
        guard image.plan.encoding == nil,
            let bytes = edits.edited(image.output.bytes, as: image.output.facts.format),
            bytes.count < image.output.bytes.count
        else { return image }
        var trimmed = image
        trimmed.output = NormalisedImage.Output(
            bytes: bytes,
            facts: ImageFacts(reading: bytes.span)
        )
        trimmed.plan = Plan(
            image.plan.steps.filter { $0 != .stripMetadata && $0 != .trim } + edits.steps
        )
        return trimmed
    }

    /// Writes an image in two qualities to see how its bytes and its distortion depend on quality.
    ///
    /// - Parameters:
    ///   - image: The image.
    ///   - scale: How much smaller than what the model looks at it is, above 0 and at most 1.
    /// - Returns: The image with its trials; without any where no detail can be taken from it.
    func sample(of image: FittingImage, scale: Double) -> Sample {
        guard image.canLoseDetail, options.lossAtMost != .none else { return Sample(image: image) }
        return tried(Sample(image: image), qualities: Self.triedQualities, scale: scale)
    }

    /// Writes an image in more qualities, except those that were tried already.
    ///
    /// - Parameters:
    ///   - sample: The image with its trials so far.
    ///   - qualities: The qualities to try.
    ///   - scale: How much smaller than what the model looks at it is, above 0 and at most 1.
    /// - Returns: The image with all its trials.
    func tried(_ sample: Sample, qualities: [Int], scale: Double) -> Sample {
        var sample = sample
        let untried = qualities.filter { quality in
            !sample.trials.contains { $0.encoding.quality == quality }
        }
        guard let first = untried.first, let format = lossyFormat(for: sample.image),
            let content = try? ImageContent(of: sample.image.input),
            let trials = try? codec.trials(
                of: untried.map { encoding(format, quality: $0) },
                after: plan(for: sample.image, in: format, quality: first, scale: scale),
                on: content.bytes,
                as: sample.image.format
            )
        else { return sample }
        sample.image.encodeCount += trials.count
        sample.trials += trials
        return sample
    }

    /// The image as one of its trials wrote it; as it is where that quality was not tried.
    func image(of sample: Sample, quality: Int?, scale: Double) -> FittingImage {
        var image = sample.image
        guard let quality, let format = lossyFormat(for: image),
            let trial = sample.trials.first(where: { $0.encoding.quality == quality })
        else { return image }
        image.plan = plan(for: image, in: format, quality: quality, scale: scale)
        image.output = NormalisedImage.Output(
            bytes: trial.bytes,
            facts: ImageFacts(reading: trial.bytes.span)
        )
        return image
    }
}

extension BudgetFitter {
    /// The format in which bytes are saved: JPEG for what was JPEG, else WebP, which is smaller.
    private func lossyFormat(for image: FittingImage) -> ImageFormat? {
        let byPreference: [ImageFormat] = image.format == .jpeg ? [.jpeg, .webp] : [.webp, .jpeg]
        return byPreference.first(where: table.acceptedFormats.contains)
    }

    private func encoding(_ format: ImageFormat, quality: Int) -> Encoding {
        format == .jpeg ? .jpeg(quality: quality) : .webp(quality: quality)
    }

    private func plan(
        for image: FittingImage,
        in format: ImageFormat,
        quality: Int,
        scale: Double
    ) -> Plan {
        let looked =
            table.resizeTarget?.largestSize(fitting: image.displaySize) ?? image.displaySize
        var base = image.plan
        base.steps.removeAll { if case .downscale = $0 { true } else { false } }
        if looked != image.header.displaySize { base.steps.insert(.downscale(looked), at: 0) }
        let attempt = ByteSearch.Attempt(
            encoding: encoding(format, quality: quality),
            scale: scale
        )
        return base.writing(attempt, of: image.header, background: options.background)
    }
}
