internal import PreflightCore

/// The judging, and if wanted the curing, of the images in an existing body.
struct BodyJob: Sendable {
    /// The body.
    let body: RequestBody

    /// Makes images acceptable among those that will go.
    let normaliser: Normaliser

    /// What becomes of images that are only addresses.
    let remote: RemotePolicy

    /// What becomes of images that cannot be cured; nil where nothing is to be cured.
    let reject: RejectPolicy?

    /// What stands in the place of an image that is left out.
    let omissionText: String

    /// The images as an earlier job with other rules opened and proved them, by their index.
    var opened: [Int: OpenedImage] = [:]
}

extension BodyJob {
    /// What came of one image; nil for one that is skipped.
    struct Outcome: Sendable {
        var index: Int
        var report: ImageReport
        var replacement: BodyReplacement?
        /// The image that will go; nil where nothing is to be cured or it cannot go.
        var going: NormalisedImage?
        /// The image as it was opened; nil where it could not be.
        var opened: OpenedImage?
    }

    /// Judges one image of the body.
    func outcome(at index: Int) -> Outcome? {
        let image = body.images[index]
        let file: RecoveredBase64
        do throws(BodyImageError) {
            file = try body.file(of: image)
        } catch {
            return outcome(at: index, because: error)
        }
        do throws(ReadingError) {
            if self.opened[index] == nil { try normaliser.inspector.requireTime() }
        } catch {
            return unchecked(at: index, because: error.message)
        }
        let content = ImageContent(bytes: file.bytes)
        // Of two declarations the one that is wrong is the one to tell.
        let types = image.declaredMediaTypes
        let right = ImageFormat(recognising: file.bytes.span).mediaType
        var input = ImageInput(
            source: image.location,
            origin: .bytes(file.bytes),
            declaredMediaType: types.first { $0 != right } ?? types.first
        )
        input.base64Faults = file.faults
        let opened =
            opened[index]
            ?? OpenedImage(
                of: input,
                holding: content,
                knowing: normaliser.inspector.inspect(content, label: input.label),
                in: normaliser.spool
            )
        return outcome(at: index, of: opened, holding: content)
    }

    /// The outcome of an image whose bytes are at hand, which were decoded once for the verdict.
    private func outcome(
        at index: Int,
        of opened: OpenedImage,
        holding content: ImageContent
    ) -> Outcome {
        var normaliser = normaliser
        normaliser.detail = normaliser.table.detail(of: body.images[index])
        normaliser.table = normaliser.table.narrowed(to: body.images[index])
        normaliser.byteCountAtMost = normaliser.table.fileByteCountAtMost
        let report = normaliser.report(on: opened.input, .success(opened.inspected))
        // What is only judged is done with.
        guard reject != nil else { return Outcome(index: index, report: report) }
        guard report.verdict > .accepted else {
            return Outcome(
                index: index,
                report: report,
                going: NormalisedImage(opened, after: Plan(), output: opened.file),
                opened: opened
            )
        }
        var cured = normaliser.normalise(opened, holding: content)
        var file: [UInt8]?
        do throws(ReadingError) {
            file = try cured.images.first?.output.content().bytes
        } catch {
            cured = cured.refused(because: error.message)
        }
        var outcome = Outcome(
            index: index,
            report: cured.report,
            going: cured.images.first,
            opened: cured.opened
        )
        guard let image = cured.images.first, let file else {
            outcome.replacement = standIn(for: cured.report, at: index)
            return outcome
        }
        let mediaType = image.output.facts.format.mediaType
        outcome.report.output = OutputReport(on: image)
        outcome.report.output?.corrections = corrections(
            of: opened.input,
            whoseMediaTypeIs: mediaType,
            at: index
        )
        outcome.replacement =
            file == content.bytes && opened.input.base64Faults.isEmpty
            ? .mediaType(mediaType) : .image(file, mediaType: mediaType)
        return outcome
    }

    /// What the body says wrongly of an image, and will say rightly.
    private func corrections(
        of input: ImageInput,
        whoseMediaTypeIs mediaType: String,
        at index: Int
    ) -> [BodyCorrection] {
        let isMistyped = body.images[index].declaredMediaTypes.contains { $0 != mediaType }
        return (isMistyped ? [.mediaType] : []) + (input.base64Faults.isEmpty ? [] : [.base64])
    }

    /// The outcome of an image whose bytes are not in the body, or not in base64.
    private func outcome(at index: Int, because error: BodyImageError) -> Outcome? {
        if let found = Self.elsewhere(error) {
            guard remote == .fail else { return nil }
            let help = Cure.either([.embed, .passByAddresses])
            return unchecked(at: index, because: Message("The image is \(found)", help: help))
        }
        if case .unclaimed(let unclaimed) = error {
            return unchecked(at: index, because: unclaimed.message)
        }
        var report = ImageReport(
            source: body.images[index].location,
            verdict: .rejected,
            findings: []
        )
        let finding = Finding.undecodableInBody(because: error.description, cure: error.cure)
        report.findings = normaliser.table.weighed([finding])
        report.verdict = Verdict(of: report.findings)
        report.refusal = reject.map { _ in finding.message }
        return Outcome(
            index: index,
            report: report,
            replacement: error.leavesImageWhole ? nil : standIn(for: report, at: index)
        )
    }

    /// The outcome of an image that was not looked at.
    private func unchecked(at index: Int, because reason: Message) -> Outcome {
        var report = ImageReport(
            source: body.images[index].location,
            verdict: .unchecked,
            findings: []
        )
        report.error = reason
        return Outcome(index: index, report: report)
    }

    /// What stands in the body for an image that is elsewhere; nil for a mistake.
    private static func elsewhere(_ error: BodyImageError) -> String? {
        switch error {
        case .remote: "an address, which imgcheck does not fetch"
        case .uploaded: "the identifier of an uploaded file, which imgcheck does not fetch"
        default: nil
        }
    }

    /// The text that stands where an image was; nil where the image stays.
    private func standIn(for report: ImageReport, at index: Int) -> BodyReplacement? {
        guard reject == .omit, body.images[index].takesText else { return nil }
        return .text(omissionText)
    }
}
