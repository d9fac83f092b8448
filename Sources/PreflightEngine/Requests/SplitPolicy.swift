/// Whether images may go in several requests.
public enum SplitPolicy: String, Sendable, Hashable, CaseIterable {
    /// All in one request, whatever that costs.
    case never
    /// In several where one cannot hold them, or only illegibly.
    case whenNeeded = "when-needed"
}
