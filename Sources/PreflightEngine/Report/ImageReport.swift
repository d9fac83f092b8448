public import PreflightCore

/// What is to be said of one image.
public struct ImageReport: Sendable, Equatable {
    /// The image as the caller named it.
    public var source: String

    /// The judgement.
    public var verdict: Verdict

    /// Whether it stands in a request where the model takes none, which is said of the request.
    package var isMisplaced = false

    /// What its bytes say; nil where they could not be had.
    public var facts: ImageFacts?

    /// The tokens it is billed at; nil where that is not known, or where it would be refused whatever
    /// is done to it.
    public var tokenCount: Int?

    /// What the model has before it; nil where that is not published or not known, or where the
    /// image would be refused whatever is done to it.
    public var view: ModelView?

    /// Small pictures of it; nil where none were asked for or none can be made.
    public var preview: ImagePreview? {
        get { previewApart?.value }
        set { previewApart = newValue.map(Apart.value) }
    }
    private var previewApart: Apart<ImagePreview>?

    /// What is to be said of it, in the order of the codes.
    public var findings: [Finding]

    /// Why its bytes could not be had.
    public var error: Message? {
        get { errorApart?.value }
        set { errorApart = newValue.map(Apart.value) }
    }
    private var errorApart: Apart<Message>?

    /// What is or would be done to it; nil where nobody asked, or where nothing can be done.
    public var plan: Plan?

    /// The warnings that stay although something could be done to it, each with the reason.
    public var unmetRemedies: [UnmetRemedy] = []

    /// What was written in its place; nil where nothing was.
    public var output: OutputReport? {
        get { outputApart?.value }
        set { outputApart = newValue.map(Apart.value) }
    }
    private var outputApart: Apart<OutputReport>?

    /// The warnings that what is or would be written in its place raises and it did not itself, in
    /// the order of the codes.
    public var outputFindings: [Finding] = []

    /// Why nothing was written although somebody asked.
    public var refusal: Message? {
        get { refusalApart?.value }
        set { refusalApart = newValue.map(Apart.value) }
    }
    private var refusalApart: Apart<Message>?

    /// Creates a report; what is not given is not known or not so.
    init(
        source: String,
        verdict: Verdict,
        facts: ImageFacts? = nil,
        tokenCount: Int? = nil,
        view: ModelView? = nil,
        preview: ImagePreview? = nil,
        findings: [Finding],
        error: Message? = nil,
        plan: Plan? = nil,
        unmetRemedies: [UnmetRemedy] = [],
        output: OutputReport? = nil,
        outputFindings: [Finding] = [],
        refusal: Message? = nil
    ) {
        self.source = source
        self.verdict = verdict
        self.facts = facts
        self.tokenCount = tokenCount
        self.view = view
        self.findings = findings
        self.plan = plan
        self.unmetRemedies = unmetRemedies
        self.outputFindings = outputFindings
        self.preview = preview
        self.error = error
        self.output = output
        self.refusal = refusal
    }
}

extension ImageReport {
    /// The verdict as it is shown beside the image: whatever it is, no image is taken out of place.
    package var shownVerdict: Verdict { isMisplaced ? max(verdict, .rejected) : verdict }

    /// What a person should know of the changes: which warnings stay, and why.
    ///
    /// Where bytes are short, a later plan may do what an earlier one left.
    public var notes: [Message] {
        guard let plan else { return [] }
        return unmetRemedies.filter { !plan.applies($0.remedy) }.map(\.message)
    }
}

extension ImageReport {
    /// Notes that what was made of the image could not be written.
    package mutating func noteFailure(_ reason: Message) {
        verdict = .unchecked
        error = reason
    }
}
