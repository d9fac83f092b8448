internal import PreflightCore

/// Brings many images under one number of bytes so that the worst-looking looks as good as it can.
///
/// First what loses nothing: metadata, bytes after an image's end, a better compression. Then
/// pictures become as small as their bytes make sensible, and are written with qualities that
/// distort all of them alike. Two trials an image show how its bytes and its distortion depend on
/// quality; a third encode writes it.
struct BudgetFitter: Sendable {
    /// Whose limits are met.
    let table: RuleTable

    /// What may be done.
    let options: PlanOptions

    /// Decodes and encodes.
    let codec: any ImageCodec

    /// How many images are worked on at a time.
    let jobCount: Int

    /// The qualities that are used; below, a smaller picture looks better.
    static let qualities = 20...100

    /// The qualities of the trials, between which sizes are foreseen within 4 % for JPEG and WebP.
    static let triedQualities = [40, 85]

    /// The highest distortion, as 1 − SSIM, at which pictures and their text are still legible.
    static let legibleDistortion = 0.12
}

extension BudgetFitter {
    /// The sizes of images before their quality is chosen: between what they are and what the model
    /// looks at.
    ///
    /// - Parameters:
    ///   - images: The images, as they are so far.
    ///   - byteCount: The bytes that their files may have together.
    /// - Returns: A displayed size for each, in pixels.
    func sizes(of images: [FittingImage], fitting byteCount: Double) -> [PixelSize] {
        let policy = options.resize ?? table.defaultResize
        let ranges = images.map { image in
            let size = image.displaySize
            let looked = table.resizeTarget?.largestSize(fitting: size) ?? size
            return SharedPixels.Range(
                smallest: policy == .none ? size : looked,
                largest: policy == .target ? looked : size,
                byteCount: image.output.bytes.count
            )
        }
        return SharedPixels.sizes(of: ranges, fitting: byteCount)
    }

    /// Whether pictures may become smaller than the model looks at.
    var mayScale: Bool { options.resize != ResizePolicy.none }

    /// Writes an image in two qualities to see how its bytes and its distortion depend on quality.
    ///
    /// - Parameters:
    ///   - image: The image.
    ///   - size: The displayed size that it is written in, in pixels.
    /// - Returns: The image with its trials; without any where no detail can be taken from it.
    func sample(of image: FittingImage, in size: PixelSize) -> Sample {
        sample(Sample(image: image, size: size), in: size)
    }

    /// A sample anew, in another size.
    func sample(_ sample: Sample, in size: PixelSize) -> Sample {
        let sample = sample.untried(in: size)
        guard sample.image.canLoseDetail, options.lossAtMost != .none else { return sample }
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
            let picture = try codec.picture(
                after: plan,
                of: ImageContent(of: sample.image.input).bytes,
                as: sample.image.format
            )
            let trials = try codec.trials(
                of: untried.map { encoding(format, quality: $0) },
                after: plan,
                on: picture
            )
            sample.image.encodeCount += trials.count
            sample.trials += trials
        } catch let error as ReadingError {
            sample.failure = "\(sample.image.input.source): \(error.reason)"
        } catch {
            sample.failure =
                "\(sample.image.input.source): Expected a picture that can be written "
                + "anew, but \(error): export it again from another program."
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
        image.similarity = trial.similarity
        image.output = NormalisedImage.Output(
            bytes: trial.bytes,
            facts: ImageFacts(reading: trial.bytes.span)
        )
        return image
    }

    /// Whether so much was taken from an image that a model may miss what it looks for.
    func isHardlyLegible(_ image: FittingImage) -> Bool {
        guard let similarity = image.similarity else { return false }
        let looked = table.resizeTarget?.largestSize(fitting: image.header.displaySize)
        return similarity < 1 - Self.legibleDistortion
            || image.displaySize.longEdge < looked?.longEdge ?? 0
    }

    /// Works on images side by side; the results are in their order.
    func map<Element: Sendable, Outcome: Sendable>(
        _ elements: [Element],
        _ transform: @escaping @Sendable (Element) -> Outcome
    ) async throws(CancellationError) -> [Outcome] {
        var outcomes: [Outcome] = []
        try await OrderedWork.run(on: elements, jobCount: jobCount, transform) {
            outcomes.append($0)
        }
        return outcomes
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
        var base = image.plan
        base.steps.removeAll { if case .downscale = $0 { true } else { false } }
        if sample.size != image.header.displaySize {
            base.steps.insert(.downscale(sample.size), at: 0)
        }
        let attempt = ByteSearch.Attempt(encoding: encoding(format, quality: quality), scale: 1)
        return base.writing(attempt, of: image.header, background: options.background)
    }
}
