/// Images made acceptable to a model, in requests that fit, with the report on what they were and
/// what was done.
public struct Prepared: Sendable {
    /// The report on the inputs as they were.
    public var report: Report

    /// The requests, as few as can hold the images; empty where ``refusal`` says why.
    public var requests: [PreparedRequest]

    /// Why the images fit into no requests within the options, as one sentence; nil where they do.
    public var refusal: String?

    /// What a person should know of the requests, one sentence each.
    public var remarks: [String]

    /// The images of all requests that can go; those that cannot be made acceptable, or could not
    /// be read, are missing and stand in ``report``.
    public var images: [PreparedImage] { requests.flatMap(\.images) }
}
