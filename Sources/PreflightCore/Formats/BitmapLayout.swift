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
