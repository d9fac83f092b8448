/// Bytes that give away a file of another kind, and what a person calls it.
struct ForeignSignature: Sendable {
    /// The byte of the file, from 0, at which they stand.
    let offset: Int
    /// The bytes.
    let bytes: [UInt8]
    /// What the file is.
    let content: ForeignContent

    private init(_ bytes: [UInt8], at offset: Int = 0, _ name: String, _ cure: String? = nil) {
        self.offset = offset
        self.bytes = bytes
        content = ForeignContent(name, cure: cure)
    }

    private init(_ text: String, at offset: Int = 0, _ name: String, _ cure: String? = nil) {
        self.init(Array(text.utf8), at: offset, name, cure)
    }
}

extension ForeignSignature {
    /// What a file with one of the signatures is.
    static func content(of bytes: Span<UInt8>) -> ForeignContent? {
        if let archive = zip(bytes) { return archive }
        let match = all.first { bytes.matches($0.bytes, at: $0.offset) }
        return match?.content ?? multipart(bytes)
    }

    /// Whether a file with one of the signatures is a picture or a photograph.
    static func isPicture(_ bytes: Span<UInt8>) -> Bool {
        (raws + pictures).contains { bytes.matches($0.bytes, at: $0.offset) }
    }

    private static let all = pointers + archives + raws + pictures + documents + data + messages

    private static let unpack = "unpack it and send the image inside"
    private static let export = "export it as PNG or JPEG"
    private static let develop = "develop it, or export it as JPEG"
}

extension ForeignSignature {
    /// Small texts that stand for a file.
    private static let pointers: [ForeignSignature] = [
        .init("version https://git-lfs.github.com/", "a Git LFS pointer", "run `git lfs pull`"),
        .init("version https://hawser.github.com/", "a Git LFS pointer", "run `git lfs pull`"),
        .init("/annex/objects/", "a git-annex pointer", "run `git annex get`"),
        .init("[InternetShortcut]", "an Internet shortcut", "download what it points to"),
        .init(
            [0x4C, 0, 0, 0, 0x01, 0x14, 0x02, 0],
            "a Windows shortcut",
            "send the file that it points to"
        ),
        // RFC 1740, the part that macOS keeps beside a file on other file systems.
        .init(
            [0x00, 0x05, 0x16, 0x07],
            "an AppleDouble file, the “._” companion of another",
            "send the file without “._” in its name"
        ),
    ]

    private static let archives: [ForeignSignature] = [
        .init([0x1F, 0x8B], "a gzip file", unpack),
        .init([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", unpack),
        .init("Rar!\u{1A}\u{07}", "a RAR archive", unpack),
        .init("ustar", at: 257, "a tar archive", unpack),
        .init([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz file", unpack),
        .init([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard file", unpack),
        .init("1AY&SY", at: 4, "a bzip2 file", unpack),
    ]

    /// What cameras write that is not TIFF.
    private static let raws: [ForeignSignature] = [
        .init("FUJIFILMCCD-RAW", "a Fujifilm raw photograph (RAF)", develop),
        .init("IIRO", "an Olympus raw photograph (ORF)", develop),
        .init("IIRS", "an Olympus raw photograph (ORF)", develop),
        .init("MMOR", "an Olympus raw photograph (ORF)", develop),
        .init("IIU\0", "a Panasonic raw photograph (RW2)", develop),
        .init("HEAPCCDR", at: 6, "a Canon raw photograph (CRW)", develop),
        .init("FOVb", "a Sigma raw photograph (X3F)", develop),
        .init("\0MRM", "a Minolta raw photograph (MRW)", develop),
    ]

    private static let pictures: [ForeignSignature] = [
        .init("8BPS", "a Photoshop document (PSD)", export),
        .init("gimp xcf", "a GIMP document (XCF)", export),
        .init("icns", "an Apple icon (ICNS)", export),
        .init([0x76, 0x2F, 0x31, 0x01], "an OpenEXR picture", export),
        .init("#?RADIANCE", "a Radiance picture (HDR)", export),
        .init("DDS ", "a DirectDraw texture (DDS)", export),
        .init("qoif", "a QOI picture", export),
        .init([0xD7, 0xCD, 0xC6, 0x9A], "a Windows metafile (WMF)", export),
        .init(" EMF", at: 40, "a Windows metafile (EMF)", export),
        .init("DICM", at: 128, "a DICOM file", export),
        .init([0x8A, 0x4D, 0x4E, 0x47], "an MNG animation", "send one of its frames"),
    ]

    private static let documents: [ForeignSignature] = [
        .init("%!PS", "a PostScript file", export),
        .init("AT&TFORM", "a DjVu document", "export its pages as images"),
    ]

    private static let data: [ForeignSignature] = [
        .init(
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1],
            "an old Office document",
            "export its pages as images"
        ),
        .init("SQLite format 3\0", "an SQLite database"),
        .init("PAR1", "a Parquet file", "read the image's bytes from its column"),
        .init([0x93] + Array("NUMPY".utf8), "a NumPy array", "encode its pixels as PNG"),
        .init("bplist00", "an Apple property list"),
        .init([0x7F, 0x45, 0x4C, 0x46], "a program"),
        .init("{\\rtf", "an RTF document", "export its pages as images"),
    ]

    private static let messages: [ForeignSignature] = [
        .init(
            "HTTP/1.",
            "an HTTP answer with its header lines",
            "keep only what follows the empty line"
        )
    ]
}

extension ForeignSignature {
    /// A zip archive, of which Office documents are a kind: the name of the first entry tells
    /// (APPNOTE.TXT 4.3.7).
    private static func zip(_ bytes: Span<UInt8>) -> ForeignContent? {
        let signatures: [[UInt8]] = [
            [0x50, 0x4B, 0x03, 0x04], [0x50, 0x4B, 0x05, 0x06], [0x50, 0x4B, 0x07, 0x08],
        ]
        guard signatures.contains(where: { bytes.matches($0) }) else { return nil }
        let entries = ["[Content_Types].xml", "_rels/", "docProps/", "word/", "ppt/", "xl/"]
        guard entries.contains(where: { bytes.matches(Array($0.utf8), at: 30) }) else {
            return ForeignContent("a zip archive", cure: unpack)
        }
        return ForeignContent("an Office document", cure: "export its pages as images")
    }

    /// A part of a form as it is sent (RFC 7578), with its boundary and header lines.
    private static func multipart(_ bytes: Span<UInt8>) -> ForeignContent? {
        guard bytes.matches("--") else { return nil }
        let header = TextOpening.lowercased(bytes.bytes(in: 0..<min(bytes.count, 512)))
        guard header.offset(of: "content-disposition:") != nil else { return nil }
        return ForeignContent(
            "a part of a web form with its header lines",
            cure: "keep only what follows the empty line"
        )
    }
}
