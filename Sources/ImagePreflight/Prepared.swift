/// Images made acceptable to a model, with the report on what they were and what was done.
public struct Prepared: Sendable {
    /// The report on the inputs as they were.
    public var report: Report

    /// The images that can go, in the order of the inputs; those that cannot be made acceptable, or
    /// could not be read, are missing and stand in ``report``.
    public var images: [PreparedImage]
}
