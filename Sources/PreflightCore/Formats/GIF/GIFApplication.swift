/// The applications whose extensions are known, by the eleven letters with which they name
/// themselves (GIF89a, section 26).
enum GIFApplication: String, CaseIterable {
    /// An ICC profile (ICC.1:2010, annex B.5).
    case iccProfile = "ICCRGBG1012"
    /// XMP, which is not cut into sub-blocks: a trailer of falling lengths leads readers to its end
    /// (Adobe, "XMP Specification Part 3", section 1.1.2).
    case xmp = "XMP DataXMP"
    /// How often an animation is shown.
    case netscapeLoop = "NETSCAPE2.0"
    /// The same under an older name.
    case animextsLoop = "ANIMEXTS1.0"

    /// Reads the name in the sub-block at `offset`, or nil where it is none of these.
    init?(in bytes: Span<UInt8>, at offset: Int) {
        let application = Self.allCases.first { application in
            let name = Array(application.rawValue.utf8)
            return bytes.matches([UInt8(name.count)] + name, at: offset)
        }
        guard let application else { return nil }
        self = application
    }
}
