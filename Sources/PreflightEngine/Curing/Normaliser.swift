internal import FileSystem
internal import PreflightCore

/// Makes images acceptable to a table: plans, applies, and judges what came of it.
///
/// An image that needs nothing is handed back byte for byte. One whose pixels have to be written
/// anew is decoded once, for proof and change together.
struct Normaliser: Sendable {
    /// What has to be met.
    var table: RuleTable

    /// What may be done.
    var options: PlanOptions

    /// Reads and decodes.
    let inspector: Inspector

    /// How many images the request has; some limits depend on it.
    let imageCount: Int

    /// Among how many images an input is judged as it was.
    let judgedCount: Int

    /// Whether an input is judged as a request of its own.
    let judgesEach: Bool

    /// The most bytes that the file of one image may have; nil for any.
    var byteCountAtMost: Int?

    /// Where images are kept that may be worked on again; nil where each is done with at once.
    let spool: Spool?

    /// How closely the model is to look at the images, which decides their tokens; nil where
    /// nobody says.
    var detail: String?
}

extension Normaliser {
    /// Prepares to normalise the images of one request.
    ///
    /// - Parameters:
    ///   - preflight: Whose rules are applied.
    ///   - options: What may be done.
    ///   - imageCount: How many images the request has.
    ///   - judgedCount: Among how many images an input is judged as it was; nil for as many.
    ///   - judgesEach: Whether an input is judged as a request of its own.
    ///   - scopes: The frames that are decoded where an image is only inspected.
    ///   - byteCountAtMost: The most bytes of one image's file; nil for what the table says.
    ///   - spool: Where images are kept that may be worked on again; nil where none will be.
    init(
        _ preflight: Preflight,
        options: PlanOptions,
        imageCount: Int,
        judgedCount: Int? = nil,
        judgesEach: Bool,
        scopes: Set<FrameScope> = [],
        byteCountAtMost: Int? = nil,
        spool: Spool? = nil
    ) {
        let table = preflight.tableInForce
        self.init(
            table: table,
            options: options,
            inspector: Inspector(
                codec: preflight.codec,
                files: preflight.files,
                scopes: scopes,
                decodeGuard: preflight.options.decodeGuard,
                jobCount: preflight.options.jobCount,
                deadline: preflight.options.deadline,
                previews: preflight.options.makesPreviews
                    ? PreviewSizes(tables: [preflight.table], detail: preflight.options.detail)
                    : nil
            ),
            imageCount: imageCount,
            judgedCount: judgedCount ?? imageCount,
            judgesEach: judgesEach,
            byteCountAtMost: byteCountAtMost ?? table.fileByteCountAtMost,
            spool: spool
        )
        detail = preflight.options.detail
    }

    /// What is to be said of an input as it was.
    func report(on input: ImageInput, _ outcome: Inspector.Outcome) -> ImageReport {
        ImageReport(
            of: input.source,
            outcome.map { image in
                var image = image
                image.base64Faults = input.base64Faults
                return image
            },
            under: table,
            amongImages: judgedCount,
            isRequestOfItsOwn: judgesEach,
            detail: detail
        )
    }

    /// Normalises one input.
    func normalise(_ input: ImageInput) -> NormalisingOutcome {
        do throws(ReadingError) {
            try inspector.requireTime()
            let file = try ImageContent(of: input, through: inspector.files)
            let content = inspector.reading(file, frames: table.animation.decodedFrames)
            let image = InspectedImage(of: content, label: input.label)
            return normalise(content, of: input, in: NormalisingJob(self, content, image))
        } catch {
            let report = report(on: input, .failure(error))
            return NormalisingOutcome(input: input, report: report, opened: nil)
        }
    }

    /// Normalises one input that was normalised under other rules; it is not opened again, nor
    /// decoded for its verdict.
    func normaliseAgain(_ earlier: NormalisingOutcome) -> NormalisingOutcome {
        guard let opened = earlier.opened else { return earlier }
        do throws(ReadingError) {
            return normalise(opened, holding: try opened.content())
        } catch {
            let report = report(on: earlier.input, .failure(error))
            return NormalisingOutcome(input: earlier.input, report: report, opened: nil)
        }
    }

    /// Normalises an image that was opened.
    ///
    /// - Parameters:
    ///   - opened: The image; where it was decoded, it is not decoded for proof again.
    ///   - content: Its bytes.
    /// - Returns: What came of it.
    func normalise(_ opened: OpenedImage, holding content: ImageContent) -> NormalisingOutcome {
        var content = content
        content.facts = opened.inspected.facts
        let job = NormalisingJob(self, content, opened.inspected, picture: opened.picture)
        return normalise(content, of: opened.input, in: job, knowing: opened)
    }

    private func normalise(
        _ content: ImageContent,
        of input: ImageInput,
        in job: NormalisingJob,
        knowing earlier: OpenedImage? = nil
    ) -> NormalisingOutcome {
        var job = job
        let result = Result { () throws(PlanRefusal) in try job.make() }
        var opened =
            earlier
            ?? OpenedImage(
                of: input,
                holding: content,
                knowing: job.image,
                in: input.isInMemory ? nil : spool
            )
        opened.inspected = job.image
        opened.picture = spool.flatMap(job.keptPicture)
        var outcome = NormalisingOutcome(
            input: input,
            report: report(on: input, .success(job.image)),
            opened: opened
        )
        switch result {
        case .failure(let refusal): outcome.report.refusal = refusal.message
        case .success(.whole(let applied)):
            outcome.report.unmetRemedies = applied.unmetRemedies
            outcome.report.plan = applied.plan
            let output =
                applied.plan.isEmpty ? opened.file : KeptFile(applied.content, in: spool)
            let image = NormalisedImage(opened, after: applied.plan, output: output)
            let images = [image].compactMap(\.self)
            outcome.take(images, judgedBy: table, amongImages: imageCount)
        case .success(.tiles(let cut)):
            switch images(of: cut, from: input) {
            case .failure(let refusal): outcome.report.refusal = refusal.message
            case .success(let images):
                outcome.report.unmetRemedies = cut.unmetRemedies
                outcome.report.plan = cut.plan
                outcome.take(images, judgedBy: table, amongImages: imageCount)
            }
        }
        return outcome
    }
}
