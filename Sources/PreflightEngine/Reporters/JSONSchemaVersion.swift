/// The shapes that the JSON reports have had.
public enum JSONSchemaVersion: Int, Sendable, Hashable, CaseIterable {
    /// One model gives the report itself, several `{"reports":[…],"schemaVersion":1}`.
    case one = 1
    /// Always `{"reports":[…],"schemaVersion":2}`.
    case two = 2

    /// The one that is written where nobody asks for another.
    public static let current = two
}
