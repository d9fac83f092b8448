/// Whether a file calls itself an image, which decides what is looked at in a folder.
///
/// PDF, PostScript and DjVu are documents, films are films: what holds pictures is no picture.
package enum ImageClaim {
    /// The bytes from a file's start that are looked at.
    package static let byteCount = 16_384

    /// Whether a file name extension is one of images.
    ///
    /// - Parameter fileNameExtension: The extension without its dot, in any letter case.
    /// - Returns: Whether it is one of an image, whether it is decoded or only named.
    package static func isMade(byFileNameExtension fileNameExtension: String) -> Bool {
        if let format = ImageFormat(fileNameExtension: fileNameExtension) { return format != .pdf }
        return foreignExtensions.contains(fileNameExtension.lowercased())
    }

    /// Whether content is that of an image, or of one that was ruined on its way.
    ///
    /// - Parameter beginning: The file's first ``byteCount`` bytes, or all where it has fewer.
    /// - Returns: Whether an image is there, also one in a format that is only named.
    package static func isMade(byContent beginning: Span<UInt8>) -> Bool {
        switch ImageFormat(recognising: beginning) {
        case .pdf: false
        case .unknown:
            MangledImage.content(of: beginning) != nil || ForeignSignature.isPicture(beginning)
                || FileTypeBox(at: beginning)?.isCanonRaw == true
        default: true
        }
    }

    /// The extensions of images that are only named, never decoded: other encodings, what editors
    /// keep, and what cameras write before it is developed.
    private static let foreignExtensions: Set<String> = [
        "jif", "jfi", "pjpeg", "pjp", "jxr", "wdp", "hdp", "j2k", "j2c", "jpf", "jpx", "jpm", "jph",
        "heics", "heifs", "hif", "avifs", "jng", "mng", "dib", "cur", "icns", "svgz", "qoi", "tga",
        "pcx", "pbm", "pgm", "ppm", "pnm", "pam", "xbm", "xpm", "exr", "dds",
        "wmf", "emf", "dcm", "psd", "psb", "xcf", "kra", "dng", "cr2", "cr3", "crw", "nef", "nrw",
        "arw", "sr2", "raf", "orf", "rw2", "pef", "srw", "3fr", "iiq", "x3f",
        "mrw", "erf", "mef", "kdc", "rwl", "gpr",
    ]
}

extension FileTypeBox {
    /// Whether the file is a photograph of a Canon camera (CR3), whose brand is `crx `.
    var isCanonRaw: Bool { brands.contains(0x6372_7820) }
}
