internal import FileSystem
internal import PreflightCore

/// Encodes images for the searches that bring many of them under one number of bytes, so that the
/// worst-looking looks as good as it can.
///
/// First what loses nothing: metadata, bytes after an image's end, a better compression. Then
/// pictures become as small as their bytes make sensible, and are written with qualities that
/// distort all of them alike. However often that is, each is decoded once.
struct BudgetFitter: Sendable {
    /// Whose limits are met.
    let table: RuleTable

    /// What may be done.
    let options: PlanOptions

    /// Decodes and encodes.
    let codec: any ImageCodec

    /// How many images are worked on at a time.
    let jobCount: Int

    /// Where decoded pictures are kept between two encodes, and files until they go.
    let spool: Spool

    /// Is told how many pictures were written; nil: nobody.
    var progress: (@Sendable (PreparationProgress) -> Void)?

    /// How much larger than it is written a picture is kept, so that it can be written larger.
    private static let keptScale = 2
}

extension BudgetFitter {
    /// An image that goes as it is.
    func untouched(_ image: NormalisedImage) -> Sample {
        Sample(
            image,
            CommonSearch.Picture(
                untouchedByteCount: image.output.byteCount,
                size: image.displaySize,
                largest: image.displaySize,
                quantiser: nil,
                encodeCount: image.encodeCount
            )
        )
    }

    /// Writes an image in two qualities to see how its bytes and its distortion depend on quality.
    ///
    /// - Returns: The image with its trials; without any where no detail can be taken from it.
    func sample(
        of image: NormalisedImage,
        in size: FittingSize
    ) -> Result<Sample, PlanRefusal> {
        guard image.canLoseDetail, options.lossAtMost != .none,
            let format = lossyFormat(for: image)
        else { return .success(untouched(image)) }
        let picture = CommonSearch.Picture(
            untouchedByteCount: image.output.byteCount,
            size: size.first,
            largest: size.largest,
            smallest: size.smallest,
            least: size.least,
            quantiser: Quantiser(of: format),
            encodeCount: image.encodeCount
        )
        return written(
            Sample(image, picture),
            in: size.first,
            qualities: CommonSearch.Picture.firstQualities
        )
        .map { sample, probes in
            var sample = sample
            sample.know(probes)
            return sample
        }
    }

    /// Writes an image in some qualities.
    ///
    /// - Parameters:
    ///   - sample: The image.
    ///   - size: The displayed size that it is written in, in pixels.
    ///   - qualities: The qualities, 1 to 100.
    /// - Returns: The image with the files, and what they show; or why it cannot be written.
    func written(
        _ sample: Sample,
        in size: PixelSize,
        qualities: [Int]
    ) -> Result<(Sample, [SizeCurve.Probe]), PlanRefusal> {
        var sample = sample
        let image = sample.image
        guard let quality = qualities.first, let format = lossyFormat(for: image) else {
            return .success((sample, []))
        }
        let plan = plan(for: image, in: size, as: encoding(format, quality: quality))
        do {
            let picture = try sample.image.opened.picture(
                for: plan,
                of: image.header,
                keepingSize: kept(size, upTo: sample.picture.largest),
                by: codec,
                in: spool
            )
            let trials = try codec.trials(
                of: qualities.map { encoding(format, quality: $0) },
                after: plan,
                on: picture
            )
            let probes = sample.note(trials, in: size, keptIn: spool)
            return .success((sample, probes))
        } catch {
            return .failure(refusal(of: image, because: error))
        }
    }

    private func kept(_ size: PixelSize, upTo largest: PixelSize) -> PixelSize {
        let width = Self.keptScale * size.width
        return width < largest.width
            ? largest.scaled(by: Double(width) / Double(largest.width)) : largest
    }

    /// That an image cannot go because something failed.
    func refusal(of image: NormalisedImage, because error: any Error) -> PlanRefusal {
        let source = image.input.source
        if let error = error as? ReadingError {
            return PlanRefusal(error.message.about(source))
        }
        return PlanRefusal(
            Message("\(source): The picture cannot be written anew, \(error)", help: .exportAgain)
        )
    }

    /// The image as one of its trials wrote it; as it is for no choice.
    func image(of sample: Sample, _ choice: CommonSearch.Choice?) -> NormalisedImage {
        var image = sample.image
        guard let choice, let trial = sample.trial(choice) else { return image }
        image.plan = plan(for: image, in: choice.size, as: trial.encoding)
        image.similarity = trial.similarity
        image.output = trial.file
        return image
    }
}

extension BudgetFitter {
    /// Works on images side by side; the results are in their order.
    func map<Element: Sendable, Outcome: Sendable>(
        _ elements: [Element],
        _ transform: @escaping @Sendable (Element) -> Outcome
    ) async throws(CancellationError) -> [Outcome] {
        var outcomes: [Outcome] = []
        progress?(.fitting(imageCount: 0, of: elements.count))
        try await OrderedWork.run(on: elements, jobCount: jobCount, transform) {
            outcomes.append($0)
            progress?(.fitting(imageCount: outcomes.count, of: elements.count))
        }
        return outcomes
    }

    /// The format in which bytes are saved: JPEG for what was JPEG, else WebP, which is smaller.
    private func lossyFormat(for image: NormalisedImage) -> ImageFormat? {
        let byPreference: [ImageFormat] = image.format == .jpeg ? [.jpeg, .webp] : [.webp, .jpeg]
        return byPreference.first(where: table.acceptedFormats.contains)
    }

    private func encoding(_ format: ImageFormat, quality: Int) -> Encoding {
        format == .jpeg ? .jpeg(quality: quality) : .webp(quality: quality)
    }

    /// The plan that writes an image, in whatever size its own plan left it, in another.
    private func plan(
        for image: NormalisedImage,
        in size: PixelSize,
        as encoding: Encoding
    ) -> Plan {
        image.plan.downscaling(to: size, from: image.header.displaySize)
            .writing(
                ByteSearch.Attempt(encoding: encoding, scale: 1),
                of: image.header,
                background: options.background
            )
    }
}
