package import PreflightCore

/// Answers the lines of a stream, each a request of its own.
package struct StreamAnswer: Sendable {
    private let normaliser: Normaliser
    private let fixes: Bool

    /// Prepares to answer.
    ///
    /// - Parameters:
    ///   - preflight: Whose rules are applied.
    ///   - planOptions: What may be done to images; nil to judge only.
    ///   - budget: Bytes that a request stays within, instead of a larger limit of the table.
    package init(_ preflight: Preflight, fixing planOptions: PlanOptions?, budget: Int? = nil) {
        let mode = preflight.options.mode
        let scopes = mode == .decode ? [preflight.table.animation.decodedFrames] : []
        normaliser = Normaliser(
            preflight,
            options: planOptions ?? PlanOptions(),
            imageCount: 1,
            scopes: Set(scopes),
            byteCountAtMost: preflight.table.fileByteCountAtMost(ofRequestWithin: budget)
        )
        fixes = planOptions != nil
    }
}

extension StreamAnswer {
    /// An answer, and the verdict that the exit status follows from.
    package struct Answer: Sendable {
        /// One line of JSON, ending in a newline.
        package var line: String
        /// The verdict; with fixing, that of what is handed back.
        package var verdict: Verdict
    }

    /// Answers one line.
    ///
    /// - Parameters:
    ///   - bytes: The line without its newline.
    ///   - number: The line's number, from 1.
    /// - Returns: The answer; every line has one.
    package func answer(to bytes: [UInt8], number: Int) -> Answer {
        do throws(StreamLineError) {
            let line = try StreamLine(bytes)
            return answer(to: line)
        } catch {
            let text = JSONDocument.text(
                JSONDocument.StreamFailure(error: error.reason, line: number),
                isPretty: false
            )
            return Answer(line: text, verdict: .unchecked)
        }
    }

    private func answer(to line: StreamLine) -> Answer {
        switch line.image {
        case .path(let path):
            return answer(on: .file(path), id: line.id)
        case .bytes(let bytes, let faults):
            let input = ImageInput(source: "", origin: .bytes(bytes))
            return answer(on: input, faults: faults, id: line.id)
        case .malformed(let reason):
            let report = ImageReport(
                source: "",
                verdict: .rejected,
                findings: [.undecodableInBody(because: reason)]
            )
            return answer(report, output: nil, id: line.id)
        case .absent(let reason):
            var report = ImageReport(source: "", verdict: .unchecked, findings: [])
            report.error = reason
            return answer(report, output: nil, id: line.id)
        }
    }

    private func answer(
        on input: ImageInput,
        faults: [Base64Fault] = [],
        id: String?
    ) -> Answer {
        guard fixes else {
            let outcome = normaliser.inspector.inspect(input).noting(faults)
            return answer(report(on: input, outcome), output: nil, id: id)
        }
        let normalised = normaliser.normalise(input)
        var report = report(on: input, normalised.outcome.noting(faults))
        let result = OutputReport(on: normalised).map(NormalisingResult.output) ?? .none
        report.note(normalised, result: result)
        return answer(report, output: normalised.output, id: id)
    }

    private func report(on input: ImageInput, _ outcome: Inspector.Outcome) -> ImageReport {
        ImageReport(
            of: input.source,
            outcome,
            under: normaliser.table,
            amongImages: 1,
            isRequestOfItsOwn: true
        )
    }

    private func answer(
        _ report: ImageReport,
        output: NormalisedImage.Output?,
        id: String?
    ) -> Answer {
        var image = JSONDocument.Image(report)
        image.source = nil
        image.data = output.map { String(decoding: Base64.encode($0.bytes), as: UTF8.self) }
        image.mediaType = output?.facts.format.mediaType
        let text = JSONDocument.text(of: image, id: id)
        let isCured = output != nil
        return Answer(line: text, verdict: isCured ? .accepted : report.verdict)
    }
}

extension Inspector.Outcome {
    /// The outcome with what is unusual about the base64 that the image was read from.
    fileprivate func noting(_ faults: [Base64Fault]) -> Self {
        map { image in
            var image = image
            image.base64Faults = faults
            return image
        }
    }
}
