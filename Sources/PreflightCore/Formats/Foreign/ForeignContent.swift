/// Content that is no image, or none that a model takes, by the name that a person gives it.
package struct ForeignContent: Sendable, Hashable {
    /// A noun phrase with its article, for a sentence such as "the content is an HTML page".
    package var name: String

    /// What is to be done about it, as a clause; nil where the content does not tell.
    package var cure: String?

    /// Creates a description of what was found.
    package init(_ name: String, cure: String? = nil) {
        self.name = name
        self.cure = cure
    }
}

extension ForeignContent {
    /// Recognises what the beginning of a file, or the whole of it, is instead of an image.
    ///
    /// Nil for content of which nothing is known, and for images that only want another format.
    /// Never traps, and looks at no more than ``ImageFormat/recognitionByteCount`` bytes.
    package init?(of bytes: Span<UInt8>) {
        self.init(of: bytes, recognizedAs: ImageFormat(recognising: bytes))
    }

    /// Recognises content whose format was recognised before.
    init?(of bytes: Span<UInt8>, recognizedAs format: ImageFormat) {
        let window = bytes.extracting(first: ImageFormat.recognitionByteCount)
        let found: ForeignContent? =
            switch format {
            case .png: .applePNG(window)
            case .tiff: RawPhotograph.tiffContent(of: window)
            case .pdf: ForeignContent("a PDF document", cure: "export its pages as images")
            case .unknown: Self.unknown(window)
            default: nil
            }
        guard let found else { return nil }
        self = found
    }

    /// What a file without a single byte is.
    static let emptyFile = ForeignContent("an empty file", cure: "get it again from its origin")

    private static func unknown(_ bytes: Span<UInt8>) -> ForeignContent? {
        guard bytes.count > 0 else { return emptyFile }
        return zeros(bytes)
            ?? MangledImage.content(of: bytes)
            ?? ForeignSignature.content(of: bytes)
            ?? MediaContainer.content(of: bytes)
            ?? text(bytes)
    }

    /// What a transfer leaves that reserved the room and never filled it.
    private static func zeros(_ bytes: Span<UInt8>) -> ForeignContent? {
        for offset in bytes.indices where bytes[offset] != 0 { return nil }
        let isAll = bytes.count < ImageFormat.recognitionByteCount
        return ForeignContent(
            isAll ? "a file of zeros" : "a file that begins with zeros",
            cure: "get it again from its origin"
        )
    }

    /// The PNG that Xcode writes into apps: its first chunk is `CgBI`, and its pixels are another
    /// order and another kind of deflate stream, which libpng refuses.
    private static func applePNG(_ bytes: Span<UInt8>) -> ForeignContent? {
        guard bytes.matches("CgBI", at: PNGReader.signature.count + 4) else { return nil }
        return ForeignContent(
            "an Apple CgBI PNG, which is no PNG to others",
            cure: "restore it with `pngcrush -revert-iphone-optimizations`, or with sips"
        )
    }
}
