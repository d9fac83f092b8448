/// What becomes of images that cannot be cured.
package enum RejectPolicy: String, Sendable, CaseIterable {
    /// Nothing is written.
    case fail
    /// They are left out, and named.
    case omit
}
