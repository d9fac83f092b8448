/// A file format, recognised by content and never by name.
///
/// Four formats are read and decoded; the others are recognised so that a finding can name what was
/// found instead of saying only what it is not.
public enum ImageFormat: String, Sendable, Hashable, CaseIterable, Codable {
    /// JPEG (ITU-T T.81), JFIF, Exif and multi-picture files included.
    case jpeg
    /// PNG (W3C PNG, third edition), animated PNG included.
    case png
    /// GIF 87a and 89a.
    case gif
    /// WebP (RFC 9649).
    case webp
    /// Windows bitmap.
    case bmp
    /// TIFF and BigTIFF.
    case tiff
    /// HEIF with HEVC images (ISO/IEC 23008-12), the format of telephones' `.heic` files.
    case heic
    /// HEIF with AV1 images.
    case avif
    /// JPEG XL (ISO/IEC 18181), bare codestream or container.
    case jxl
    /// JPEG 2000 (ITU-T T.800), file format or bare codestream.
    case jp2
    /// Scalable Vector Graphics.
    case svg
    /// Portable Document Format.
    case pdf
    /// Windows icon or cursor.
    case ico
    /// Content that is none of the above.
    case unknown
}

extension ImageFormat {
    /// Whether imgcheck reads the header of this format and decodes it.
    public var isDecodable: Bool {
        switch self {
        case .jpeg, .png, .gif, .webp: true
        default: false
        }
    }

    /// The media type that belongs to the content, as registered with IANA.
    public var mediaType: String {
        switch self {
        case .jpeg: "image/jpeg"
        case .png: "image/png"
        case .gif: "image/gif"
        case .webp: "image/webp"
        case .bmp: "image/bmp"
        case .tiff: "image/tiff"
        case .heic: "image/heic"
        case .avif: "image/avif"
        case .jxl: "image/jxl"
        case .jp2: "image/jp2"
        case .svg: "image/svg+xml"
        case .pdf: "application/pdf"
        case .ico: "image/vnd.microsoft.icon"
        case .unknown: "application/octet-stream"
        }
    }

    /// Whether a declared media type is right for the content: the one that belongs to it, or one that
    /// takes it in.
    ///
    /// `image/heif` is HEIF with any coding (RFC 9694 registers it beside `image/heic`).
    func goes(as declared: String) -> Bool {
        declared == mediaType || self == .heic && Self.heifMediaTypes.contains(declared)
    }

    /// What HEIC may be declared as besides ``mediaType``.
    private static let heifMediaTypes = [
        "image/heif", "image/heic-sequence", "image/heif-sequence",
    ]

    /// The name a person uses for the format.
    public var displayName: String {
        switch self {
        case .webp: "WebP"
        case .jxl: "JPEG XL"
        case .jp2: "JPEG 2000"
        case .unknown: "not recognised"
        default: rawValue.uppercased()
        }
    }

    /// The file name extensions that go with the format, lower case, the preferred one first.
    public var fileNameExtensions: [String] {
        switch self {
        case .jpeg: ["jpg", "jpeg", "jpe", "jfif", "mpo"]
        case .png: ["png", "apng"]
        case .tiff: ["tif", "tiff"]
        case .heic: ["heic", "heif"]
        case .unknown: []
        default: [rawValue]
        }
    }

    /// The format that a file name extension promises, or nil for an extension that promises none.
    ///
    /// - Parameter fileNameExtension: The extension without its dot, in any letter case.
    public init?(fileNameExtension: String) {
        let wanted = fileNameExtension.lowercased()
        guard let match = Self.allCases.first(where: { $0.fileNameExtensions.contains(wanted) })
        else { return nil }
        self = match
    }
}
