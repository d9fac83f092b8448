/// What an image calls itself, which need not be what it is.
public enum ImageLabel: Sendable, Hashable {
    /// Nothing: bytes without a name, or a name without an extension.
    case none
    /// A file name extension, without its dot.
    case fileNameExtension(String)
    /// The media type that a request body declares; empty where it declares none.
    case declaredMediaType(String)
}
