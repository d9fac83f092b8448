extension ImageFormat {
    /// The bytes from a file's start that are enough to recognise its format.
    package static let recognitionByteCount = 65_536

    /// Recognises a format by content alone; ``unknown`` where nothing fits.
    ///
    /// JPEG, PNG, GIF and WebP are recognised by the signature that libvips' loaders ask for, of
    /// JPEG with the first byte of the marker that has to follow. Formats whose signature is only
    /// two letters must have a header that holds together. A bounded part of the file is looked at.
    public init(recognising bytes: Span<UInt8>) {
        self =
            Self.signed(bytes)
            ?? FileTypeBox(at: bytes)?.imageFormat
            ?? Self.laidOut(bytes)
            ?? Self.written(bytes)
            ?? .unknown
    }

    /// Formats that a signature at the very start gives away.
    private static let signatures: [(format: ImageFormat, signature: [UInt8])] = [
        (.jpeg, [0xFF, 0xD8, 0xFF]),
        (.png, PNGReader.signature),
        // libvips reads whatever version follows.
        (.gif, [0x47, 0x49, 0x46, 0x38]),
        // BigTIFF gives the width of its offsets, 8, in the file's byte order.
        (.tiff, [0x49, 0x49, 0x2B, 0x00, 0x08, 0x00, 0x00, 0x00]),
        (.tiff, [0x4D, 0x4D, 0x00, 0x2B, 0x00, 0x08, 0x00, 0x00]),
        (.tiff, [0x49, 0x49, 0x2A, 0x00]),
        (.tiff, [0x4D, 0x4D, 0x00, 0x2A]),
        // Two bytes are all that a bare codestream has (ISO/IEC 18181-1, annex D); no text in
        // UTF-8, UTF-16 or ASCII begins so.
        (.jxl, [0xFF, 0x0A]),
        (.jxl, [0x00, 0x00, 0x00, 0x0C, 0x4A, 0x58, 0x4C, 0x20, 0x0D, 0x0A, 0x87, 0x0A]),
        (.jp2, [0x00, 0x00, 0x00, 0x0C, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A]),
        // The codestream's SOC marker, and SIZ, which has to be the next (ITU-T T.800, annex A).
        (.jp2, [0xFF, 0x4F, 0xFF, 0x51]),
    ]

    private static func signed(_ bytes: Span<UInt8>) -> ImageFormat? {
        for (format, signature) in signatures where bytes.matches(signature) { return format }
        return bytes.matches("RIFF") && bytes.matches("WEBP", at: 8) ? .webp : nil
    }

    /// Formats with a weak signature whose header has to hold together.
    private static func laidOut(_ bytes: Span<UInt8>) -> ImageFormat? {
        if BitmapLayout.isBitmap(bytes) { return .bmp }
        return IconLayout.isIconOrCursor(bytes) ? .ico : nil
    }

    /// Formats that are text.
    ///
    /// A PDF file's header is expected at the start (ISO 32000-2, 7.5.2). Some readers take one
    /// anywhere in the first 1,024 bytes, by which every text that mentions it would be a PDF file.
    private static func written(_ bytes: Span<UInt8>) -> ImageFormat? {
        if bytes.matches("%PDF-") { return .pdf }
        return XMLProlog(of: bytes).rootElementName == "svg" ? .svg : nil
    }
}

/// What tells a Windows icon or cursor from other content that begins with two zeros.
enum IconLayout {
    /// What the entry's reserved byte may hold: 0, or the 255 that .NET writes.
    private static let reservedValues: Set<UInt8> = [0, 255]

    /// Whether the directory has an image, and its first entry lies after it and in the file
    /// (Microsoft, ICONDIR and ICONDIRENTRY).
    static func isIconOrCursor(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.matches([0, 0, 1, 0]) || bytes.matches([0, 0, 2, 0]),
            let imageCount = try? bytes.littleEndian16(at: 4), imageCount > 0,
            let reserved = try? bytes.byte(at: 9), reservedValues.contains(reserved),
            let byteCount = try? bytes.littleEndian32(at: 14), byteCount > 0,
            let offset = try? bytes.littleEndian32(at: 18)
        else { return false }
        let directoryByteCount = 6 + 16 * imageCount
        return offset >= directoryByteCount && offset + byteCount <= bytes.count
    }
}

/// What tells a Windows bitmap from other content that begins with the letters BM.
enum BitmapLayout {
    /// The lengths in bytes of the known information headers, the field they begin with.
    private static let headerByteCounts: Set<Int> = [12, 16, 40, 52, 56, 64, 108, 124]

    /// The oldest header, whose sides take two bytes each instead of four.
    private static let coreHeaderByteCount = 12

    /// Whether a file header is followed by an information header of a known length that has the
    /// one colour plane which it must have (Microsoft, BITMAPFILEHEADER and BITMAPINFOHEADER).
    static func isBitmap(_ bytes: Span<UInt8>) -> Bool {
        guard bytes.matches("BM"),
            let headerByteCount = try? bytes.littleEndian32(at: 14),
            headerByteCounts.contains(headerByteCount)
        else { return false }
        let planesOffset = headerByteCount == coreHeaderByteCount ? 22 : 26
        return (try? bytes.littleEndian16(at: planesOffset)) == 1
    }
}
