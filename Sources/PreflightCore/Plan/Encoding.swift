/// How a picture is written.
public enum Encoding: Sendable, Hashable {
    /// JPEG with a quality of 1 to 100.
    case jpeg(quality: Int)
    /// JPEG with a quality of 1 to 100 whose colours are stored as finely as its lightness.
    case fullColorJPEG(quality: Int)
    /// PNG, which loses nothing.
    case png
    /// GIF with a palette of at most 256 colours.
    case gif
    /// WebP with a quality of 1 to 100.
    case webp(quality: Int)
    /// WebP that loses nothing.
    case webpLossless
}

extension Encoding {
    /// The format that is written.
    public var format: ImageFormat {
        switch self {
        case .jpeg, .fullColorJPEG: .jpeg
        case .png: .png
        case .gif: .gif
        case .webp, .webpLossless: .webp
        }
    }

    /// The quality, 1 to 100; nil where there is nothing to choose.
    public var quality: Int? {
        switch self {
        case .jpeg(let quality), .fullColorJPEG(let quality), .webp(let quality): quality
        case .png, .gif, .webpLossless: nil
        }
    }

    /// What writing a picture of 8-bit samples takes from it.
    public var loss: Loss {
        switch self {
        case .png, .webpLossless: .none
        case .jpeg, .fullColorJPEG, .webp, .gif: .detail
        }
    }

    /// How often an encoder runs: a PNG is written with and without filters.
    public var encodeCount: Int { self == .png ? 2 : 1 }

    /// Whether transparency can be written.
    public var keepsAlpha: Bool { format != .jpeg }
}
