/// First bytes of blocks and labels of extensions in a GIF file (GIF89a, appendix A).
enum GIFLabel {
    /// Begins an image.
    static let imageSeparator: UInt8 = 0x2C
    /// Begins an extension; its label follows.
    static let extensionIntroducer: UInt8 = 0x21
    /// Ends the file.
    static let trailer: UInt8 = 0x3B
    /// Labels an extension that says how the next image is drawn.
    static let graphicControl: UInt8 = 0xF9
    /// The lowest label of extensions that are not drawn (GIF89a, section 12).
    static let firstSpecialPurpose: UInt8 = 0xFA
    /// Labels a comment.
    static let comment: UInt8 = 0xFE
    /// Labels an extension of an application, which names itself (``GIFApplication``).
    static let application: UInt8 = 0xFF
}
