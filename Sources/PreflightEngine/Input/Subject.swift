/// One input with what is known of it.
struct Subject: Sendable {
    /// The input as the caller named it.
    var source: String

    /// What is known of it.
    var outcome: Inspector.Outcome
}
