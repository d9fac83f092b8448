internal import PreflightCore

/// Images normalised among as many as a request will have.
struct NormalisedGroup {
    /// The report on the inputs as they were.
    var report: Report

    /// The images, in the order of the inputs.
    var images: [NormalisedImage]

    /// The most images of a request under whose rules they are acceptable; nil for any.
    var imageCountAtMost: Int?

    /// The images that can go.
    var goingCount: Int { images.count { $0.output != nil } }

    /// Whether an image cannot go that a request of fewer images may take.
    var refusesEdges: Bool {
        zip(images, report.images)
            .contains { image, report in
                image.output == nil && report.findings.contains { $0.code == .edgeTooLongForCount }
            }
    }
}
