/// How well a limit is known.
public enum Evidence: String, Sendable, Hashable, CaseIterable {
    /// The provider says so on a public page.
    case documented
    /// Someone measured it against the live service.
    case measured
    /// Follows by arithmetic from a documented algorithm.
    case computed
    /// Concluded from the vendor's own rules or from a neighbouring page.
    case inferred
    /// Nothing was found; the table says what it assumes.
    case unknown
}
