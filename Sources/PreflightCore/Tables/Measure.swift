/// What a limit is about: one number, or one property, of an image or of a request.
public enum Measure: String, Sendable, Hashable, CaseIterable {
    /// The format by content.
    case format
    /// Frames that are really there.
    case frameCount
    /// The longer side, in pixels.
    case longEdgePixels
    /// The shorter side, in pixels.
    case shortEdgePixels
    /// The displayed size against what the model looks at.
    case displaySize
    /// Base64 characters of one image, padding included.
    case base64ByteCount
    /// Images in one request.
    case imageCount
    /// Bytes of all image files of a request together, as files.
    case fileByteCount
    /// Bytes of the whole JSON request body.
    case bodyByteCount
}

extension Measure {
    /// Whether the measure belongs to a request rather than to one of its images.
    public var isOfRequest: Bool {
        switch self {
        case .imageCount, .fileByteCount, .bodyByteCount: true
        default: false
        }
    }

    /// The unit of the measured number, or nil for a property that is no number.
    public var unit: MeasureUnit? {
        switch self {
        case .format: nil
        case .frameCount: .frames
        case .longEdgePixels, .shortEdgePixels, .displaySize: .pixelsAlong
        case .base64ByteCount, .fileByteCount, .bodyByteCount: .bytes
        case .imageCount: .images
        }
    }
}

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
