/// Films and sound, whose containers hold far more than one picture.
enum MediaContainer {
    /// What a file in a media container is.
    static func content(of bytes: Span<UInt8>) -> ForeignContent? {
        if let box = FileTypeBox(at: bytes) { return content(of: box) }
        if bytes.matches("RIFF"), let kind = riffKinds.first(where: { bytes.matches($0.0, at: 8) })
        {
            return kind.1
        }
        // QuickTime files from before the file type box begin with another one.
        let boxes = ["moov", "mdat", "wide", "free", "skip", "pnot"]
        if boxes.contains(where: { bytes.matches(Array($0.utf8), at: 4) }) {
            return video("a QuickTime film (MOV)")
        }
        return signatures.first { bytes.matches($0.0) }?.1
    }

    private static func content(of box: FileTypeBox) -> ForeignContent {
        // Canon's CR3 is a file of the same family.
        if box.isCanonRaw { return RawPhotograph.content("Canon raw", "CR3") }
        switch box.brands.first {
        case 0x7174_2020: return video("a QuickTime film (MOV)")  // `qt  `
        case 0x4D34_4120, 0x4D34_4220: return sound("a sound recording (M4A)")  // `M4A `, `M4B `
        default: return video("a video (MP4)")
        }
    }

    private static let riffKinds: [(StaticString, ForeignContent)] = [
        ("AVI ", video("a video (AVI)")),
        ("WAVE", sound("a sound recording (WAV)")),
    ]

    private static let signatures: [([UInt8], ForeignContent)] = [
        ([0x1A, 0x45, 0xDF, 0xA3], video("a video (WebM or Matroska)")),
        ([0x46, 0x4C, 0x56, 0x01], video("a video (FLV)")),
        ([0x00, 0x00, 0x01, 0xBA], video("a video (MPEG)")),
        ([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], video("a video (WMV)")),
        (Array("OggS".utf8), sound("a sound recording or video (Ogg)")),
        (Array("ID3".utf8), sound("a sound recording (MP3)")),
        (Array("fLaC".utf8), sound("a sound recording (FLAC)")),
    ]

    private static func video(_ name: String) -> ForeignContent {
        ForeignContent(name, cure: "send frames of it as images")
    }

    private static func sound(_ name: String) -> ForeignContent {
        ForeignContent(name, cure: "send an image")
    }
}
