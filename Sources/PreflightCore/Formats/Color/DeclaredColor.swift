/// What a picture without a profile says of its colours, where that is not sRGB.
public struct DeclaredColor: Sendable, Hashable {
    /// How a message names it: "colours of Display P3 (cICP)".
    public var name: String

    /// How the samples are to be read; nil where no conversion is known.
    public var encoding: ColorEncoding?

    /// Creates a declaration.
    public init(name: String, encoding: ColorEncoding?) {
        self.name = name
        self.encoding = encoding
    }
}
