/// Reads the size of a Windows bitmap from its header; nothing in it is decoded.
///
/// Source: Microsoft, "Bitmap Header Types"
/// (https://learn.microsoft.com/en-us/windows/win32/gdi/bitmap-header-types).
enum BMPReader {
    /// The bytes of the file's header, after which the bitmap's begins.
    private static let fileHeaderByteCount = 14

    /// Reads the header of the file `bytes`.
    ///
    /// - Throws: ``HeaderError`` where the header is cut off or names no size.
    static func header(of bytes: Span<UInt8>) throws(HeaderError) -> ImageHeader {
        let start = fileHeaderByteCount
        let isCore = try bytes.littleEndian32(at: start) == 12
        let size =
            isCore
            ? PixelSize(
                width: try bytes.littleEndian16(at: start + 4),
                height: try bytes.littleEndian16(at: start + 6)
            )
            : PixelSize(
                width: try magnitude(of: bytes, at: start + 4),
                height: try magnitude(of: bytes, at: start + 8)
            )
        guard size.width > 0, size.height > 0 else {
            throw .malformed(offset: start + 4, reason: "a side of 0 pixels")
        }
        return ImageHeader(size: size, isLossless: true)
    }

    /// A side as it is stored in 32 bits; below 0, its rows stand from the top to the bottom.
    private static func magnitude(of bytes: Span<UInt8>, at offset: Int) throws(HeaderError) -> Int {
        let stored = try bytes.littleEndian32(at: offset)
        return stored < 1 << 31 ? stored : (1 << 32) - stored
    }
}
