/// Whose rules were applied, and how old they are.
public struct ModelReport: Sendable, Equatable {
    /// The model's name, as a request spells it.
    public var name: String

    /// Where the table came from: `built-in`, or the file's path.
    public var table: String

    /// The day the table was last checked against its sources, as `YYYY-MM-DD`.
    public var verifiedOn: String
}
