internal import PreflightCore

/// One request of an existing body, and what is to become of its images.
struct BodyTask: Sendable {
    /// The document.
    let body: RequestBody

    /// The request within it.
    let request: BodyRequest

    /// What may be done to the images.
    let options: RequestOptions

    /// What becomes of images that are only addresses.
    let remote: RemotePolicy

    /// What becomes of images that cannot be cured; nil where nothing is to be cured.
    let reject: RejectPolicy?

    /// How many images the requests before it have.
    let imageCountBefore: Int

    /// How many images all requests have.
    let imageCountOfAll: Int
}

extension BodyTask {
    /// The length of the request with its images as they will go, in bytes.
    func byteCount(with outcomes: [BodyJob.Outcome]) -> Int {
        var replacements: [Int: BodyReplacement] = [:]
        for outcome in outcomes { replacements[outcome.index] = outcome.replacement }
        return request.byteCount + body.rewrittenByteCount(replacements) - body.bytes.count
    }
}

/// What becomes of images that are only addresses.
public enum RemotePolicy: String, Sendable, CaseIterable {
    /// They are not checked, and that is told.
    case fail
    /// They are skipped, and neither judged nor changed.
    case ignore
}

/// What becomes of images that cannot be cured.
public enum RejectPolicy: String, Sendable, CaseIterable {
    /// Nothing is written.
    case fail
    /// They are left out, and named.
    case omit
}
