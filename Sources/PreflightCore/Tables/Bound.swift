/// The values that a limit lets pass.
///
/// Bounds are inclusive: a value equal to the bound passes.
public enum Bound: Sendable, Hashable {
    /// One of these formats.
    case oneOf([ImageFormat])
    /// No more than this.
    case atMost(Int)
    /// No less than this.
    case atLeast(Int)
    /// A size that the provider leaves as it is.
    case within(ResizeTarget)
}
