/// What becomes of an animation that is sent to a model.
public enum AnimationPolicy: String, Sendable, Hashable {
    /// The provider refuses the request.
    case refused
    /// The model sees the first frame only.
    case firstFrame
    /// The provider does not say.
    case undocumented
    /// The model sees every frame.
    case whole
}

extension AnimationPolicy {
    /// The frames whose pixels decide whether the image can be used.
    ///
    /// Under every policy but ``whole`` what counts is the picture that the first frame gives: it
    /// is what the model sees, or what the cure (``Remedy/firstFrame``) leaves.
    public var decodedFrames: FrameScope { self == .whole ? .all : .first }
}
