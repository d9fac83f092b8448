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

    /// What has to be met, and what may be done.
    let normaliser: Normaliser

    /// The image as it was given, with what is known of it.
    private(set) var content: ImageContent

    /// Its pixels as an earlier job kept them.
    let earlierPicture: KeptPicture?

    /// Its pixels; nil until they are needed for more than one encode.
    var picture: DecodedPicture?

    /// How the image was written so far, in order.
    var encodings: [Encoding] = []

    /// What is known of the image so far; complete once ``run()`` has returned or thrown.
    private(set) var image: InspectedImage

    /// Prepares to normalise an image.
    ///
    /// - Parameters:
    ///   - normaliser: What has to be met, and what may be done.
    ///   - content: The image.
    ///   - image: What is known of it; where it was decoded, it is not decoded for proof again.
    ///   - picture: Its pixels as an earlier job kept them.
    init(
        _ normaliser: Normaliser,
        _ content: ImageContent,
        _ image: InspectedImage,
        picture: KeptPicture? = nil
    ) {
        self.normaliser = normaliser
        self.content = content
        self.image = image
        earlierPicture = picture
    }
}

extension NormalisingJob {
    /// What was made of an image.
    enum Made {
        case whole(Applied)
        case tiles(Cut)

        /// What was done to it.
        var plan: Plan {
            switch self {
            case .whole(let applied): applied.plan
            case .tiles(let cut): cut.plan
            }
        }
    }

    /// Cuts the picture into tiles where that is wanted, and else makes the whole acceptable.
    ///
    /// - Throws: ``PlanRefusal`` where that cannot be done.
    mutating func make() throws(PlanRefusal) -> Made {
        if let cut = try cut() { return .tiles(cut) }
        return .whole(try run())
    }

    /// Plans, applies, fits the bytes, and judges the outcome.
    ///
    /// - Throws: ``PlanRefusal`` where the image cannot be made acceptable.
    mutating func run() throws(PlanRefusal) -> Applied {
        // A refusal may rest on what only a decode tells; the plan after it decides.
        let early = try? decodingWhileApplying()
        decodeUnlessDone()
        let plan = try plan()
        var applied: Applied
        if let early, early.plan == plan {
            applied = early
        } else {
            applied = try apply(plan)
        }
        applied = try inFewBytes(withoutMendingGrowth(withoutGrowth(applied)))
        applied = try fitted(applied)
        try requireAcceptance(of: applied)
        try requireTokens(of: applied)
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
        guard image.decoding[scope] == nil, guardExcess(in: scope) == nil else { return nil }
        let plan = try plan()
        guard plan.encoding != nil, frames(for: plan) == scope else { return nil }
        let result = try encodeWhileDecoding(plan)
        let isMended = content.facts.readDamage(
            of: content.bytes,
            after: .decoded(result.decoded)
        )
        image.facts = content.facts
        // What an edit mends has to be decoded again.
        if isMended { return nil }
        image.decoding[scope] = .decoded(result.decoded)
        return Applied(plan: plan, content: ImageContent(bytes: result.bytes))
    }

    mutating func decodeUnlessDone() {
        guard image.decoding[scope] == nil else { return }
        image.decoding[scope] = normaliser.inspector.decodeAndExplain(&content, frames: scope)
        image.facts = content.facts
    }
}

extension NormalisingJob {
    /// The rules that the outcome has to meet.
    var table: RuleTable { normaliser.table }

    /// The frames that decide whether the image can be used.
    private var scope: FrameScope { table.animation.decodedFrames }

    /// What the file says of itself.
    var header: ImageHeader {
        get throws(PlanRefusal) {
            do throws(HeaderError) {
                return try image.facts.header.get()
            } catch {
                throw PlanRefusal("The header cannot be read, \(error)")
            }
        }
    }

    func guardExcess(in frames: FrameScope) -> DecodeGuard.Excess? {
        normaliser.inspector.decodeGuard.excess(of: content.facts, decoding: frames)
    }

    /// The plan for what is known of the image, with another resize than the options' if given.
    func plan(resize: ResizePolicy? = nil) throws(PlanRefusal) -> Plan {
        var options = normaliser.options
        options.resize = resize ?? options.resize
        return try table.plan(for: image, amongImages: normaliser.imageCount, options: options)
    }

    /// The frames that a plan writes: those that are there, unless it drops all but the first.
    func frames(for plan: Plan) -> FrameScope {
        let isAnimated = (try? content.facts.header.get().isAnimated) ?? false
        return isAnimated && !plan.keepsFirstFrameOnly ? .all : .first
    }

    /// Applies a plan: by an edit of the file where that will do, else by writing the picture anew.
    mutating func apply(_ plan: Plan) throws(PlanRefusal) -> Applied {
        if plan.encoding != nil {
            return Applied(plan: plan, content: ImageContent(bytes: try encode(plan)))
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

    /// Refuses what costs more tokens alone than all of a request may.
    private func requireTokens(of applied: Applied) throws(PlanRefusal) {
        guard case .atMost(let most) = table.limit(.tooManyTokens)?.bound,
            let tokenCount = table.tokenCount(
                for: applied.content.facts,
                detail: normaliser.detail
            ),
            tokenCount > most
        else { return }
        throw PlanRefusal(
            Message(
                "The image costs \(tokenCount.grouped) tokens, and a request may cost \(most.grouped)",
                help: .act("cut it into parts or scale it down")
            )
        )
    }

    /// Judges what came of the plan by the rules that judged what it was made from.
    ///
    /// What was edited is decoded again; what libvips has just written is not.
    private func requireAcceptance(of applied: Applied) throws(PlanRefusal) {
        guard !applied.plan.isEmpty else { return }
        var result = InspectedImage(label: .none, facts: applied.content.facts)
        if applied.plan.encoding == nil {
            let content = normaliser.inspector.reading(applied.content, frames: scope)
            result.facts = content.facts
            result.decoding[scope] = normaliser.inspector.decode(content, frames: scope)
        }
        let errors = table.findings(for: result, amongImages: normaliser.imageCount)
            .filter { $0.severity == .error }
        guard let error = errors.first else { return }
        throw PlanRefusal(
            Message(
                "What came of it would not be accepted: \(error.message.fact)",
                help: error.message.help
            )
        )
    }
}
