/// What the samples of a stored pixel mean.
public enum ColorModel: String, Sendable, Hashable {
    /// One sample of lightness.
    case gray
    /// Red, green and blue, whatever the file's own coding of them (YCbCr, VP8).
    case rgb
    /// Four inks, whatever the file's own coding of them (YCCK).
    case cmyk
    /// An index into a table of colours.
    case palette
}
