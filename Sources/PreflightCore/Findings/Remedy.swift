/// The cheapest cure of a finding.
public enum Remedy: String, Sendable, Hashable, CaseIterable {
    /// Encode in a format that the model takes.
    case convert
    /// Correct the name or the declared media type; the bytes stay.
    case retype
    /// Keep the first frame of an animation.
    case firstFrame
    /// Decode what is there and write it anew, whole.
    case reencode
    /// Scale down.
    case downscale
    /// Turn the pixels and drop the orientation tag.
    case upright
    /// Convert to 8-bit sRGB.
    case convertToSRGB
    /// Drop metadata.
    case stripMetadata
    /// Put the picture on an opaque background.
    case flatten
    /// Encode in fewer bytes.
    case fitBytes
    /// Send several requests.
    case split
}
