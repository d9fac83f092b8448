/// Which orders of the images a split into requests may choose from.
public enum RequestOrder: String, Sendable, Hashable, CaseIterable {
    /// That of the input, from the first request to the last.
    case keep
    /// Any.
    case free
}
