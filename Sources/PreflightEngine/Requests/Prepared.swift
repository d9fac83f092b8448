public import PreflightCore

/// Images made acceptable to a model, in requests that fit, with the report on what they were and
/// what was done.
public struct Prepared: Sendable {
    /// The report on the inputs as they were.
    public var report: Report

    /// The requests, as few as can hold the images; empty where ``refusal`` says why, or where an image
    /// cannot go and ``RequestOptions/needsEveryImage`` holds.
    public var requests: [PreparedRequest]

    /// Why the images fit into no requests within the options; nil where they do.
    public var refusal: PlanRefusal?

    /// What a person should know of the requests.
    public var remarks: [Message]

    /// The images of all requests that can go; those that cannot be made acceptable, or could not
    /// be read, are missing and stand in ``report``.
    public var images: [PreparedImage] { requests.flatMap(\.images) }
}

/// One image that a request can carry.
public struct PreparedImage: Sendable {
    /// The image as the caller named it.
    public var source: String

    /// The file.
    public var bytes: [UInt8]

    /// What it says.
    public var facts: ImageFacts

    /// The text before it in a request; nil for none.
    public var label: String?

    /// The media type of its bytes.
    public var mediaType: String { facts.format.mediaType }
}

/// How far the preparing of images has come.
public enum PreparationProgress: Sendable, Hashable {
    /// So many images of all were read, and made acceptable where that was asked for, each on its
    /// own; they have so many bytes.
    case read(imageCount: Int, of: Int, byteCount: Int)
    /// The images are brought under the bytes of a request: so many pictures of a round were
    /// written anew. A round begins with 0, and how many there are, nobody knows before.
    case fitting(imageCount: Int, of: Int)
}
