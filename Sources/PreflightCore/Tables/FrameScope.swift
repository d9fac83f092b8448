/// Which frames of an image are decoded.
public enum FrameScope: String, Sendable, Hashable, CaseIterable {
    /// The first frame only; of a still, the whole image.
    case first
    /// Every frame.
    case all
}
