internal import PreflightCore

/// Images normalised among as many as a request will have.
struct NormalisedGroup {
    /// What came of each input, in their order.
    var outcomes: [NormalisingOutcome]

    /// The most images of a request under whose rules they are acceptable; nil for any.
    var imageCountAtMost: Int?

    /// The images that can go.
    var goingCount: Int { outcomes.count { $0.image != nil } }

    /// Whether an image cannot go that a request of fewer images may take.
    var refusesEdges: Bool {
        outcomes.contains { outcome in
            outcome.image == nil
                && outcome.report.findings.contains { $0.code == .edgeTooLongForCount }
        }
    }
}
