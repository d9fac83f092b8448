package import PreflightCore

/// The curing of the images in an existing body, each of its requests under the rules of its model.
///
/// The steps: judge and cure, write the cures into a copy of the body, judge the copy.
package struct BodyRepair: Sendable {
    /// The requests of a body that go to one model.
    package struct Part: Sendable {
        /// Holds the rules of the model.
        package var preflight: Preflight

        /// The places of its requests among those of the body.
        package var requestIndices: [Int]

        /// Assigns requests to a model.
        package init(preflight: Preflight, requestIndices: [Int]) {
            self.preflight = preflight
            self.requestIndices = requestIndices
        }
    }

    /// Who judges which requests.
    package var parts: [Part]

    /// What may be done to the images, and the bytes that they may have.
    package var options: RequestOptions

    /// What becomes of images that are only addresses.
    package var remote: RemotePolicy

    /// What becomes of images that cannot be cured.
    package var reject: RejectPolicy

    /// Whether a warning that only a cured image raises keeps the body back.
    package var refusesNewWarnings = false

    /// Prepares to cure.
    package init(
        parts: [Part],
        options: RequestOptions,
        remote: RemotePolicy,
        reject: RejectPolicy
    ) {
        self.parts = parts
        self.options = options
        self.remote = remote
        self.reject = reject
    }
}

extension BodyRepair {
    /// What came of a body.
    package struct Outcome: Sendable {
        /// What was judged of the images as they were, one judgement for each part.
        package var judgements: [BodyJudgement]

        /// What was judged of the images as they will go, one report for each part; empty where
        /// nothing will.
        package var outputReports: [Report] = []

        /// The body with its images cured; nil where ``hindrance`` says why there is none.
        package var bytes: [UInt8]?

        /// Why there is no body; nil where there is one.
        package var hindrance: Hindrance?

        /// The reasons that no image's own report gives.
        package var refusals: [Message]
    }

    /// Why a body is not repaired.
    package enum Hindrance: Sendable {
        /// An image could not be looked at.
        case unchecked
        /// An image, or all of them together, could not be made acceptable.
        case refused
    }

    /// Judges and cures the images of a body.
    ///
    /// - Throws: `CancellationError` where the task was cancelled.
    package func outcome(of body: RequestBody) async throws(CancellationError) -> Outcome {
        var judgements: [BodyJudgement] = []
        for part in parts {
            judgements.append(
                try await part.preflight.judge(
                    body,
                    requests: part.requestIndices.map { body.requests[$0] },
                    options: options,
                    remote: remote,
                    reject: reject
                )
            )
        }
        var outcome = Outcome(judgements: judgements, refusals: judgements.flatMap(\.refusals))
        outcome.hindrance = hindrance(in: judgements)
        if outcome.hindrance == nil { try await finish(&outcome, body) }
        if outcome.bytes == nil {
            for index in parts.indices { outcome.judgements[index].report.withdrawRequests() }
        }
        return outcome
    }

    /// Writes the cures into a copy of the body, and judges the copy.
    private func finish(
        _ outcome: inout Outcome,
        _ body: RequestBody
    ) async throws(CancellationError) {
        let replacements = outcome.judgements.reduce(into: [:]) { all, judgement in
            all.merge(judgement.replacements) { one, _ in one }
        }
        let bytes = body.rewritten(replacements)
        let repaired: RequestBody
        do throws(RequestBodyError) {
            repaired = try RequestBody(bytes)
        } catch {
            outcome.refusals.append(Message("The repaired body cannot be read: \(error)"))
            outcome.hindrance = .refused
            return
        }
        let outputs = try await judgements(on: repaired)
        outcome.outputReports = outputs.map(\.report)
        outcome.refusals += outcome.outputReports.flatMap(\.errors).map(\.message)
        guard outcome.refusals.isEmpty else {
            outcome.hindrance = .refused
            return
        }
        outcome.bytes = bytes
        for (index, part) in parts.enumerated() {
            outcome.judgements[index].note(repaired, part.requestIndices, as: outputs[index])
        }
    }

    /// What keeps the body back, as far as its images go.
    private func hindrance(in judgements: [BodyJudgement]) -> Hindrance? {
        let images = judgements.flatMap { judgement in
            judgement.report.images.filter { !judgement.kept.contains($0.source) }
        }
        if images.contains(where: { $0.verdict == .unchecked }) { return .unchecked }
        let isRejected = reject == .fail && images.contains { $0.refusal != nil }
        let isUnsound = refusesNewWarnings && images.contains { !$0.outputFindings.isEmpty }
        let isRefused = !judgements.allSatisfy(\.refusals.isEmpty)
        return isRejected || isUnsound || isRefused ? .refused : nil
    }

    /// Judges a body that was put together, by its headers: what is in it was decoded for its
    /// verdict or has just been written.
    private func judgements(
        on body: RequestBody
    ) async throws(CancellationError) -> [BodyJudgement] {
        var judgements: [BodyJudgement] = []
        for part in parts {
            var preflight = part.preflight
            preflight.options.mode = .headers
            judgements.append(
                try await preflight.judge(
                    body,
                    requests: part.requestIndices.map { body.requests[$0] },
                    remote: remote
                )
            )
        }
        return judgements
    }
}

extension BodyJudgement {
    /// Tells how long the requests have become, which images are in them, and what was judged of
    /// them as they will go.
    fileprivate mutating func note(
        _ repaired: RequestBody,
        _ requestIndices: [Int],
        as output: BodyJudgement
    ) {
        report.noteOmissions()
        report.requests = requestIndices.indices.map { place in
            RequestReceipt(
                number: requestIndices[place] + 1,
                byteCount: repaired.requests[requestIndices[place]].byteCount,
                images: requests[place].images.filter { report.images[$0].verdict != .omitted },
                findings: output.requests[place].findings
            )
        }
    }
}

extension Report {
    /// The error findings of the images and of the request.
    fileprivate var errors: [Finding] {
        (images.flatMap(\.findings) + request.findings).filter { $0.severity == .error }
    }
}
