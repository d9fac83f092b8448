/// Where the coded data of a scan end.
struct JPEGDataEnd {
    /// The offset of the next marker but a restart, its fill bytes included, or the file's end.
    let offset: Int

    /// Whether a marker stands there.
    let isAtMarker: Bool

    /// Where the data can go on no further than to, since something else stands there up to the end;
    /// nil where nothing of the kind does.
    let fillingOffset: Int?

    /// How many bytes from there on may be data all the same.
    let doubtfulByteCount: Int

    /// Looks for the end of the data that begin at `start`.
    init(in bytes: [UInt8], from start: Int) {
        let next = JPEGMarker(in: bytes.span, from: start)
        let end = next?.startOffset(after: start, in: bytes.span) ?? bytes.count
        offset = end
        isAtMarker = next != nil
        let data = bytes[start..<end]
        let runCount = data.reversed().prefix { $0 == data.last }.count
        if runCount >= Self.runAtLeast {
            // The first of such a run may be the data's own.
            fillingOffset = end - runCount + Self.ownRunCountAtMost
            doubtfulByteCount = 0
        } else {
            let text = data.suffix(while: Self.isText)
            fillingOffset = Self.isProse(text) ? text.startIndex : nil
            doubtfulByteCount = Self.ownLetterCountAtMost
        }
    }

    /// How many bytes are left after the last row where a picture ends in what is no data, at least.
    let surplusAtLeast = runAtLeast

    /// Coders write one byte so often in a row, a zero mostly, only for flat colours that take a bit or
    /// two, and then up to the end.
    private static let runAtLeast = 32

    private static let ownRunCountAtMost = 2

    /// Three of eight bytes of data are letters, so that the last few may all be.
    private static let ownLetterCountAtMost = 16
}

extension JPEGDataEnd {
    private static func isText(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) || [0x09, 0x0A, 0x0D].contains(byte)
    }

    /// Whether what looks like text is some: long, and not the few bytes that flat colours repeat.
    private static func isProse(_ text: ArraySlice<UInt8>) -> Bool {
        text.count >= textRunAtLeast && Set(text.prefix(textRunAtLeast)).count >= letterCountAtLeast
    }

    private static let textRunAtLeast = 128
    private static let letterCountAtLeast = 8
}

extension ArraySlice {
    /// The longest end of which every element meets a condition.
    fileprivate func suffix(while condition: (Element) -> Bool) -> ArraySlice {
        self[(lastIndex { !condition($0) } ?? startIndex - 1) + 1..<endIndex]
    }
}
