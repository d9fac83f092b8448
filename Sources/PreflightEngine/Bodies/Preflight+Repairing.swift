public import PreflightCore

extension Preflight {
    /// Makes the images inside an existing request body acceptable, in their place.
    ///
    /// Whatever is no image stays byte for byte, and so does an image that is right. Every embedded
    /// image counts, of earlier turns and in tool results too. A body of several requests, JSON
    /// lines among them, is judged under this model as a whole.
    ///
    ///     let body = try RequestBody(bytes)
    ///     let repaired = try await preflight.repair(body)
    ///     if let bytes = repaired.bytes { send(bytes) }
    ///
    /// - Parameters:
    ///   - body: The body, in any dialect that is known.
    ///   - options: What may be done to the images, and the bytes that they may have.
    ///   - remote: What becomes of images that are only addresses.
    ///   - reject: What becomes of images that cannot be cured.
    /// - Returns: The body as it can be sent, and the reports on it before and after.
    /// - Throws: `CancellationError` where the task was cancelled.
    public func repair(
        _ body: RequestBody,
        options: RequestOptions = RequestOptions(),
        remote: RemotePolicy = .fail,
        reject: RejectPolicy = .fail
    ) async throws(CancellationError) -> RepairedBody {
        let outcome = try await BodyRepair(
            parts: [.init(preflight: self, requestIndices: Array(body.requests.indices))],
            options: options,
            remote: remote,
            reject: reject
        )
        .outcome(of: body)
        return RepairedBody(
            bytes: outcome.bytes,
            report: outcome.judgements[0].report,
            outputReport: outcome.outputReports.first,
            refusals: outcome.refusals
        )
    }
}

/// An existing request body with its images made acceptable, or the reasons why they are not.
public struct RepairedBody: Sendable {
    /// The body as it can be sent; nil where an image could not be made acceptable or be looked at.
    public var bytes: [UInt8]?

    /// The report on the images as they were; an image's source is its place in the body.
    public var report: Report

    /// The report on the images as they are in ``bytes``; nil where there are none.
    public var outputReport: Report?

    /// Why there are no ``bytes``, beside what ``report`` says of each image.
    public var refusals: [Message]
}
