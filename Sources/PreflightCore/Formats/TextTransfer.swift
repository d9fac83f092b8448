/// What a transfer as text does to a picture: it puts a carriage return before every line feed.
enum TextTransfer {
    /// Whether every line feed among coded bytes has a carriage return before it.
    ///
    /// Of 256 line feeds one has it by chance, so that four are enough to tell.
    static func wentThrough(_ bytes: Span<UInt8>, in range: Range<Int>) -> Bool {
        var count = 0
        for offset in range.dropFirst() where bytes[offset] == 0x0A {
            guard bytes[offset - 1] == 0x0D else { return false }
            count += 1
        }
        return count >= lineFeedCountAtLeast
    }

    private static let lineFeedCountAtLeast = 4
}
