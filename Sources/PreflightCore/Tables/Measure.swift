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
    /// Bytes of one image's file.
    case imageFileByteCount
    /// Characters of the data URL that holds one image.
    case dataURLByteCount
    /// The longer side divided by the shorter, rounded up.
    case aspectRatio
    /// Levels of 255 between the least and the greatest sample of the channel that varies most.
    case contrastLevels
    /// How much of their change the sharpest edges make within one pixel, in percent.
    case sharpnessPercent
    /// The height of lower-case letters before the model, in pixels.
    case textHeightPixels
    /// Images in one request; of a conversation those of all turns.
    case imageCount
    /// Images in the last turn of a conversation.
    case lastTurnImageCount
    /// Base64 characters of all images of a request together.
    case imagesBase64ByteCount
    /// Tokens of all images of a request together.
    case imagesTokenCount
    /// Bytes of all image files of a request together, as files.
    case fileByteCount
    /// Bytes of the whole JSON request body.
    case bodyByteCount
}

extension Measure {
    /// Whether the measure belongs to a request rather than to one of its images.
    public var isOfRequest: Bool {
        switch self {
        case .imageCount, .lastTurnImageCount, .fileByteCount, .bodyByteCount,
            .imagesBase64ByteCount, .imagesTokenCount:
            true
        default: false
        }
    }

    /// The unit of the measured number, or nil for a property that is no number.
    public var unit: MeasureUnit? {
        switch self {
        case .format: nil
        case .frameCount: .frames
        case .longEdgePixels, .shortEdgePixels, .displaySize, .textHeightPixels: .pixelsAlong
        case .contrastLevels: .levels
        case .sharpnessPercent: .percent
        case .base64ByteCount, .fileByteCount, .bodyByteCount, .imageFileByteCount,
            .dataURLByteCount, .imagesBase64ByteCount:
            .bytes
        case .aspectRatio: .ratio
        case .imagesTokenCount: .tokens
        case .imageCount, .lastTurnImageCount: .images
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
    /// Tokens that a request is billed at.
    case tokens
    /// Levels of a sample, of which 8 bits have 255.
    case levels
    /// Hundredths.
    case percent = "%"
    /// A number without a unit: one side in terms of the other.
    case ratio = "times"
}

extension MeasureUnit {
    /// A number of the unit: `1 byte`, `8,000 px`.
    package func phrase(of number: Int) -> String {
        let isOne = number == 1 && rawValue.hasSuffix("s")
        let word =
            self == .patches ? "patch" : self == .ratio ? "time" : String(rawValue.dropLast())
        return "\(number.grouped) \(isOne ? word : rawValue)"
    }
}
