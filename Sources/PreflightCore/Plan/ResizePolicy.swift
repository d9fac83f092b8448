/// How far images are scaled down.
public enum ResizePolicy: String, Sendable, Hashable, CaseIterable {
    /// Only what acceptance needs.
    case limits
    /// Down to what the model looks at.
    case target
    /// Never.
    case none
}
