package import PreflightCore

/// Answers the lines of a stream, each a request of its own.
package struct StreamAnswer: Sendable {
    private let normaliser: Normaliser
    private let fixes: Bool
    private let words: CureWords
    private let model: JSONDocument.Report.Model?

    /// Prepares to answer.
    ///
    /// - Parameters:
    ///   - preflight: Whose rules are applied.
    ///   - planOptions: What may be done to images; nil to judge only.
    ///   - budget: Bytes that a request stays within, instead of a larger limit of the table.
    ///   - words: How cures are worded.
    ///   - namesModel: Whether each answer says by which rules it was found, and how old they are.
    package init(
        _ preflight: Preflight,
        fixing planOptions: PlanOptions?,
        budget: Int? = nil,
        words: CureWords = .neutral,
        namesModel: Bool = false
    ) {
        let mode = preflight.options.mode
        let scopes = mode == .decode ? [preflight.table.animation.decodedFrames] : []
        normaliser = Normaliser(
            preflight,
            options: planOptions ?? PlanOptions(),
            imageCount: 1,
            judgesEach: true,
            scopes: Set(scopes),
            byteCountAtMost: preflight.table.fileByteCountAtMost(ofRequestWithin: budget)
        )
        fixes = planOptions != nil
        self.words = words
        model = namesModel ? JSONDocument.Report.Model(ModelReport(preflight.table)) : nil
    }
}

extension StreamAnswer {
    /// An answer, and the verdict that the exit status follows from.
    package struct Answer: Sendable {
        /// One line of JSON, ending in a newline.
        package var line: String
        /// The verdict; with fixing, that of what is handed back.
        package var verdict: Verdict
        /// What was found, before anything was changed.
        package var findings: [Finding] = []
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
            return answer(to: line, number: number)
        } catch {
            return Self.failure(error.reason, number: number)
        }
    }

    /// Answers a line that is too long to be read.
    ///
    /// - Parameters:
    ///   - byteCount: The line's length.
    ///   - limit: The longest that is read.
    ///   - number: The line's number, from 1.
    /// - Returns: The answer.
    package func answer(toLineOf byteCount: Int, over limit: Int, number: Int) -> Answer {
        Self.failure(StreamLineError(byteCount: byteCount, over: limit).reason, number: number)
    }

    /// The answer to a line that says neither which image nor whose answer this is.
    private static func failure(_ reason: String, number: Int) -> Answer {
        let failure = JSONDocument.StreamFailure(error: reason, line: number)
        return Answer(line: JSONDocument.text(failure, isPretty: false), verdict: .unchecked)
    }

    private func answer(to line: StreamLine, number: Int) -> Answer {
        switch line.image {
        case .path(let path):
            return answer(on: .file(path), id: line.id)
        case .bytes(let bytes, let faults):
            var input = ImageInput(source: "", origin: .bytes(bytes))
            input.base64Faults = faults
            return answer(on: input, id: line.id)
        case .malformed(let reason):
            let report = ImageReport(
                source: "",
                verdict: .rejected,
                findings: [.undecodableInBody(because: reason)]
            )
            return answer(report, output: nil, id: line.id)
        case .absent(let reason):
            guard line.id != nil else { return Self.failure(reason, number: number) }
            var report = ImageReport(source: "", verdict: .unchecked, findings: [])
            report.error = Message(reason)
            return answer(report, output: nil, id: line.id)
        }
    }

    private func answer(on input: ImageInput, id: String?) -> Answer {
        guard fixes else {
            let report = normaliser.report(on: input, normaliser.inspector.inspect(input))
            return answer(report, output: nil, id: id)
        }
        let outcome = normaliser.normalise(input)
        var report = outcome.report
        report.output = OutputReport(on: outcome.images, after: report.plan)
        do throws(ReadingError) {
            let file = try outcome.images.first?.output.content()
            return answer(report, output: file, id: id)
        } catch {
            report.noteFailure(error.message)
            return answer(report, output: nil, id: id)
        }
    }

    private func answer(
        _ report: ImageReport,
        output: ImageContent?,
        id: String?
    ) -> Answer {
        var image = JSONDocument.Image(report, in: words)
        image.source = nil
        image.model = model
        image.data = output.map { String(decoding: Base64.encode($0.bytes), as: UTF8.self) }
        image.mediaType = output?.facts.format.mediaType
        let text = JSONDocument.text(of: image, id: id)
        let isCured = output != nil
        return Answer(
            line: text,
            verdict: isCured ? .accepted : report.verdict,
            findings: report.findings
        )
    }
}
