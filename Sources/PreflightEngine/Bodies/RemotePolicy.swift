/// What becomes of images that are only addresses.
package enum RemotePolicy: String, Sendable, CaseIterable {
    /// They are not checked, and that is told.
    case fail
    /// They are skipped, and neither judged nor changed.
    case ignore
}
