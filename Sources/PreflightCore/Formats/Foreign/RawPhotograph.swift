/// What cameras write in the shape of a TIFF file, which is no picture before it is developed.
enum RawPhotograph {
    /// What a photograph by such a camera is called.
    static func content(_ maker: String, _ format: String) -> ForeignContent {
        ForeignContent(
            "a \(maker) photograph (\(format))",
            cure: "develop it, or export it as JPEG"
        )
    }

    /// What a file in the shape of TIFF is; nil for a plain TIFF.
    static func tiffContent(of bytes: Span<UInt8>) -> ForeignContent? {
        // Canon notes its format behind the header.
        if bytes.matches("CR", at: 8) { return content("Canon raw", "CR2") }
        guard let directory = TIFFDirectory(of: bytes) else { return nil }
        if directory.hasDNGVersion { return content("raw", "DNG") }
        // A scanner's TIFF names its maker too; the picture of a raw file is in a sub-directory.
        guard directory.hasSubdirectories,
            let maker = makers.first(where: { directory.maker.hasPrefix($0.prefix) })
        else { return nil }
        return content("\(maker.name) raw", maker.format)
    }

    private static let makers: [(prefix: String, name: String, format: String)] = [
        ("NIKON", "Nikon", "NEF"), ("SONY", "Sony", "ARW"), ("SAMSUNG", "Samsung", "SRW"),
        ("PENTAX", "Pentax", "PEF"), ("RICOH", "Pentax", "PEF"),
        ("Hasselblad", "Hasselblad", "3FR"), ("Phase One", "Phase One", "IIQ"),
    ]
}

/// What the first directory of a TIFF file says of who wrote it (TIFF 6.0, section 2).
private struct TIFFDirectory {
    private(set) var maker = ""
    private(set) var hasSubdirectories = false
    private(set) var hasDNGVersion = false

    /// More entries than any camera writes.
    private static let entryCountAtMost = 256

    /// Tag, type, count and value: 2 + 2 + 4 + 4 bytes.
    private static let entryByteCount = 12

    /// Reads the first directory as far as it is there; nil where it begins after the end.
    init?(of bytes: Span<UInt8>) {
        guard let order = TIFFByteOrder(of: bytes),
            let start = try? order.integer32(at: 4, in: bytes),
            let count = try? order.integer16(at: start, in: bytes)
        else { return nil }
        for index in 0..<min(count, Self.entryCountAtMost) {
            let entry = start + 2 + index * Self.entryByteCount
            guard let tag = try? order.integer16(at: entry, in: bytes) else { return }
            switch tag {
            case 0x010F: maker = Self.text(at: entry, in: bytes, order) ?? ""
            case 0x014A: hasSubdirectories = true
            case 0xC612: hasDNGVersion = true
            default: break
            }
        }
    }

    /// The beginning of the text of an entry: up to four bytes stand in it, more behind an offset.
    private static func text(
        at entry: Int,
        in bytes: Span<UInt8>,
        _ order: TIFFByteOrder
    ) -> String? {
        guard let count = try? order.integer32(at: entry + 4, in: bytes),
            let start = count <= 4 ? entry + 8 : try? order.integer32(at: entry + 8, in: bytes),
            start <= bytes.count
        else { return nil }
        let end = min(start + min(count, 32), bytes.count)
        return String(decoding: bytes.bytes(in: start..<end), as: UTF8.self)
    }
}
