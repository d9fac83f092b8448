/// The unit of a measured number and of its limit, as reports write it.
public enum MeasureUnit: String, Sendable, Hashable {
    /// Pixels along an edge.
    case pixelsAlong = "px"
    /// Pixels of an area.
    case pixelsWithin = "pixels"
    /// Square patches that a model cuts an image into.
    case patches
    /// Bytes; which bytes (file, base64, body) the rule's code says.
    case bytes
    /// Frames of an animation.
    case frames
    /// Images in a request.
    case images
}
