internal import PreflightCore

/// The normalising of one image, step by step.
struct NormalisingJob {
    /// What was done, and what came of it.
    struct Applied {
        var plan: Plan
        var content: ImageContent
        /// The warnings that stay.
        var unmetRemedies: [UnmetRemedy] = []
    }

    private let normaliser: Normaliser
    private let content: ImageContent

    /// How the image was written so far, in order.
    private var encodings: [Encoding] = []

    /// What is known of the image so far; complete once ``run()`` has returned or thrown.
    private(set) var image: InspectedImage

    init(normaliser: Normaliser, content: ImageContent, label: ImageLabel) {
        self.normaliser = normaliser
        self.content = content
        image = InspectedImage(of: content, label: label)
    }
}

extension NormalisingJob {
    /// Plans, applies, fits the bytes, and judges the outcome.
    ///
    /// - Throws: ``PlanRefusal`` where the image cannot be made acceptable.
    mutating func run() throws(PlanRefusal) -> Applied {
        let early = try? decodingWhileApplying()
        decodeUnlessDone()
        let plan = try plan()
        var applied: Applied
        if let early, early.plan == plan {
            applied = early
        } else {
            applied = try apply(plan)
        }
        applied = try withoutGrowth(applied)
        applied = try fitted(applied)
        try requireAcceptance(of: applied)
        applied.unmetRemedies = table.unmetRemedies(
            after: applied.plan,
            for: image,
            amongImages: normaliser.imageCount,
            options: normaliser.options
        )
        return applied
    }

    /// Applies the plan that the header alone suggests, if that decodes the image anyway.
    private mutating func decodingWhileApplying() throws(PlanRefusal) -> Applied? {
        guard guardExcess(in: scope) == nil else { return nil }
        let plan = try plan()
        guard plan.encoding != nil, frames(for: plan) == scope else { return nil }
        let result = try encode(plan)
        image.decoding[scope] = .decoded(result.decoded)
        return Applied(plan: plan, content: ImageContent(bytes: result.bytes))
    }

    private mutating func decodeUnlessDone() {
        guard image.decoding[scope] == nil else { return }
        image.decoding[scope] = normaliser.inspector.decode(content, frames: scope)
    }
}

extension NormalisingJob {
    private var table: RuleTable { normaliser.table }

    private var scope: FrameScope { table.animation.decodedFrames }

    private var header: ImageHeader {
        get throws(PlanRefusal) {
            do throws(HeaderError) {
                return try content.facts.header.get()
            } catch {
                throw PlanRefusal(reason: "Expected a readable header, but \(error).")
            }
        }
    }

    private func guardExcess(in frames: FrameScope) -> DecodeGuard.Excess? {
        normaliser.inspector.decodeGuard.excess(of: content.facts, decoding: frames)
    }

    private func plan(resize: ResizePolicy? = nil) throws(PlanRefusal) -> Plan {
        var options = normaliser.options
        options.resize = resize ?? options.resize
        return try table.plan(for: image, amongImages: normaliser.imageCount, options: options)
    }

    /// The frames that a plan writes: those that are there, unless it drops all but the first.
    private func frames(for plan: Plan) -> FrameScope {
        let isAnimated = (try? content.facts.header.get().isAnimated) ?? false
        return isAnimated && !plan.keepsFirstFrameOnly ? .all : .first
    }

    private mutating func apply(_ plan: Plan) throws(PlanRefusal) -> Applied {
        if plan.encoding != nil {
            return Applied(plan: plan, content: ImageContent(bytes: try encode(plan).bytes))
        }
        let edits = Plan(plan.steps.filter { if case .fitBytes = $0 { false } else { true } })
        guard !edits.isEmpty else { return Applied(plan: edits, content: content) }
        if let edited = edits.edited(content.bytes, as: content.facts.format) {
            return Applied(plan: edits, content: ImageContent(bytes: edited))
        }
        let plan = try table.plan(
            insteadOf: edits,
            for: header,
            in: content.facts.format,
            options: normaliser.options
        )
        return try apply(plan)
    }

    private mutating func encode(_ plan: Plan) throws(PlanRefusal) -> AppliedPlan {
        let frames = frames(for: plan)
        if let excess = guardExcess(in: frames) {
            throw PlanRefusal(reason: Finding.overGuard(excess).message)
        }
        if let encoding = plan.encoding { encodings.append(encoding) }
        do throws(CodecError) {
            return try normaliser.inspector.codec.apply(
                plan,
                to: content.bytes,
                as: content.facts.format,
                frames: frames
            )
        } catch {
            throw PlanRefusal(
                reason: "Expected a picture that can be written anew, but \(error): "
                    + "export it again from another program."
            )
        }
    }
}

extension NormalisingJob {
    /// The outcome in its own size where a smaller one is only advised and takes more bytes.
    ///
    /// Scaling gives flat letters soft edges, which PNG cannot write in few bytes: a screenshot may
    /// grow threefold, and the provider's own resize is the same in the end.
    private mutating func withoutGrowth(_ applied: Applied) throws(PlanRefusal) -> Applied {
        guard normaliser.options.resize == nil, applied.plan.downscaledSize != nil,
            applied.content.bytes.count > content.bytes.count
        else { return applied }
        let plan = try plan(resize: .limits)
        guard plan.downscaledSize == nil else { return applied }
        let unscaled = try apply(plan)
        return unscaled.content.bytes.count < applied.content.bytes.count ? unscaled : applied
    }

    /// The outcome in no more bytes than the table lets one image have.
    private mutating func fitted(_ applied: Applied) throws(PlanRefusal) -> Applied {
        guard let limit = normaliser.byteCountAtMost, applied.content.bytes.count > limit else {
            return applied
        }
        let (plan, options) = (applied.plan, normaliser.options)
        if let trimmed = trimmed(applied), trimmed.content.bytes.count <= limit { return trimmed }
        let header = try header
        var search = try table.byteSearch(
            for: header,
            in: content.facts.format,
            after: plan,
            limit: limit,
            options: options
        )
        var results: [ByteSearch.Attempt: Applied] = [:]
        for encoding in encodings { search.noteEncode(as: encoding) }
        if let encoding = plan.encoding {
            search.know(applied.content.bytes.count, of: encoding)
        }
        while let attempt = search.next {
            let attempted = plan.writing(attempt, of: header, background: options.background)
            let content = ImageContent(bytes: try encode(attempted).bytes)
            search.note(content.bytes.count, of: attempt)
            results[attempt] = Applied(plan: attempted, content: content)
        }
        guard let best = search.best, let result = results[best.attempt] else {
            throw PlanRefusal(
                reason: "Expected a way to write the picture in \(limit.grouped) bytes, found none "
                    + "within --loss \(options.lossAtMost.rawValue)."
            )
        }
        return Applied(plan: Plan(result.plan.steps + [.fitBytes(limit)]), content: result.content)
    }

    /// The outcome without metadata and what follows its end; nil where its pixels were written anew.
    private func trimmed(_ applied: Applied) -> Applied? {
        guard applied.plan.encoding == nil else { return nil }
        let edits = Plan.trimming
        let kept = applied.plan.steps.filter { !edits.steps.contains($0) }
        return edits.edited(applied.content.bytes, as: content.facts.format)
            .map {
                Applied(plan: Plan(kept + edits.steps), content: ImageContent(bytes: $0))
            }
    }

    /// Judges what came of the plan by the rules that judged what it was made from.
    ///
    /// What was edited is decoded again; what libvips has just written is not.
    private func requireAcceptance(of applied: Applied) throws(PlanRefusal) {
        guard !applied.plan.isEmpty else { return }
        var result = InspectedImage(label: .none, facts: applied.content.facts)
        if applied.plan.encoding == nil {
            result.decoding[scope] = normaliser.inspector.decode(applied.content, frames: scope)
        }
        let errors = table.findings(for: result, amongImages: normaliser.imageCount)
            .filter { $0.severity == .error }
        guard let error = errors.first else { return }
        throw PlanRefusal(
            reason: "Expected an outcome that is accepted, but it is not: \(error.message)"
        )
    }
}
