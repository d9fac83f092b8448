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
