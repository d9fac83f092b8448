public import PreflightCore

/// The request as a whole: its totals, what they are held against, and what is to be said of them.
public struct RequestReport: Sendable, Equatable {
    /// Count and bytes.
    ///
    /// Where every image is a request of its own, the sums over all of them.
    public var totals: RequestTotals

    /// Tokens of all images that have a token count; nil where none has one.
    public var tokenCount: Int?

    /// The limits that the totals were held against; empty where each image is a request.
    public var limits: [Limit]

    /// What is to be said of the request, in the order of the codes.
    public var findings: [Finding]
}
