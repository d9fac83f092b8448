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

    /// The qualities of the trials, between which sizes are foreseen within 4 % for JPEG and WebP.
    static let triedQualities = [40, 85]

    /// The highest distortion, as 1 − SSIM, at which pictures and their text are still legible.
    static let legibleDistortion = 0.12
}

extension BudgetFitter {
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
    func sample(of image: FittingImage, scale: Double = 1) -> Sample {
        let sample = Sample(image: image, scale: scale)
        guard image.canLoseDetail, options.lossAtMost != .none else { return sample }
        return tried(sample, qualities: Self.triedQualities)
    }

    /// Writes an image in more qualities, except those that were tried already.
    func tried(_ sample: Sample, qualities: [Int]) -> Sample {
        var sample = sample
        let untried = qualities.filter { quality in
            !sample.trials.contains { $0.encoding.quality == quality }
        }
        guard let first = untried.first, let format = lossyFormat(for: sample.image) else {
            return sample
        }
        let plan = plan(for: sample, in: format, quality: first)
        do {
            let trials = try codec.trials(
                of: untried.map { encoding(format, quality: $0) },
                after: plan,
                on: ImageContent(of: sample.image.input).bytes,
                as: sample.image.format
            )
            sample.image.encodeCount += trials.count
            sample.trials += trials
        } catch let error as ReadingError {
            sample.failure = "\(sample.image.input.source): \(error.reason)"
        } catch {
            sample.failure =
                "\(sample.image.input.source): Expected a picture that can be written "
                + "anew, but \(error)."
        }
        return sample
    }

    /// The image as one of its trials wrote it; as it is where that quality was not tried.
    func image(of sample: Sample, quality: Int?) -> FittingImage {
        var image = sample.image
        guard let quality, let format = lossyFormat(for: image),
            let trial = sample.trials.first(where: { $0.encoding.quality == quality })
        else { return image }
        image.plan = plan(for: sample, in: format, quality: quality)
        image.output = NormalisedImage.Output(
            bytes: trial.bytes,
            facts: ImageFacts(reading: trial.bytes.span)
        )
        return image
    }

    /// Works on samples side by side; the results are in their order.
    func map<Element: Sendable>(
        _ elements: [Element],
        _ transform: @escaping @Sendable (Element) -> Sample
    ) async throws(CancellationError) -> [Sample] {
        var samples: [Sample] = []
        try await OrderedWork.run(on: elements, jobCount: jobCount, transform) {
            samples.append($0)
        }
        return samples
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

    private func plan(for sample: Sample, in format: ImageFormat, quality: Int) -> Plan {
        let image = sample.image
        let looked =
            table.resizeTarget?.largestSize(fitting: image.displaySize) ?? image.displaySize
        var base = image.plan
        base.steps.removeAll { if case .downscale = $0 { true } else { false } }
        if looked != image.header.displaySize { base.steps.insert(.downscale(looked), at: 0) }
        let attempt = ByteSearch.Attempt(
            encoding: encoding(format, quality: quality),
            scale: sample.scale
        )
        return base.writing(attempt, of: image.header, background: options.background)
    }
}
