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
