/// An image that was carried as if it were text, or that has something in front of it.
enum MangledImage {
    /// What became of an image on its way; nil where no image is recognised.
    static func content(of bytes: Span<UInt8>) -> ForeignContent? {
        if let found = patterns.first(where: { bytes.matches($0.bytes) }) { return found.content }
        return preceded(bytes) ?? replaced(bytes)
    }

    private static let ruined = "get it again from its origin, as binary"

    private static let patterns: [(bytes: [UInt8], content: ForeignContent)] = [
        png([0x89], lineEnds: [0x0A, 0x1A, 0x0A], "whose CRLF line ends became LF"),
        png(
            [0x89],
            lineEnds: [0x0D, 0x0D, 0x0A, 0x1A, 0x0D, 0x0A],
            "whose LF line ends became CRLF"
        ),
        png([0x89], lineEnds: [0x0D, 0x0A, 0x1A, 0x0D, 0x0A], "whose LF line ends became CRLF"),
        png([0x89], lineEnds: [0x0D, 0x1A, 0x0D], "whose line ends became CR"),
        // U+0089 in UTF-8, and what Windows-1252 shows in its place, U+2030.
        png([0xC2, 0x89], "that was converted from Latin-1 to UTF-8"),
        png([0xE2, 0x80, 0xB0], "that was converted from Windows-1252 to UTF-8"),
        png([0xEF, 0xBF, 0xBD], "that was decoded as UTF-8 and lost bytes"),
        png([0x3F], lineEnds: [0x0D, 0x0A], "that was converted to ASCII and lost bytes"),
        png([0x09], lineEnds: [0x0D, 0x0A], "whose high bits were cut off"),
        png([], lineEnds: [0x0D, 0x0A, 0x1A, 0x0A], "whose first byte is missing"),
        jpeg([0xC3, 0xBF, 0xC3, 0x98, 0xC3, 0xBF], "that was converted from Latin-1 to UTF-8"),
        jpeg([0x7F, 0x58, 0x7F], "whose high bits were cut off"),
        jpeg([0xD8, 0xFF, 0xE0, 0x00, 0x10, 0x4A, 0x46], "whose first byte is missing"),
    ]

    private static func png(
        _ first: [UInt8],
        lineEnds: [UInt8] = [],
        _ damage: String
    ) -> (bytes: [UInt8], content: ForeignContent) {
        (first + Array("PNG".utf8) + lineEnds, ForeignContent("a PNG \(damage)", cure: ruined))
    }

    private static func jpeg(
        _ start: [UInt8],
        _ damage: String
    ) -> (bytes: [UInt8], content: ForeignContent) {
        (start, ForeignContent("a JPEG \(damage)", cure: ruined))
    }
}

extension MangledImage {
    /// An image behind white space or a byte order mark, with nothing else amiss.
    private static func preceded(_ bytes: Span<UInt8>) -> ForeignContent? {
        var start = 0
        while start < min(bytes.count, 256) {
            if TextOpening.isSpace(bytes[start]) {
                start += 1
            } else if bytes.matches(TextOpening.byteOrderMark, at: start) {
                start += TextOpening.byteOrderMark.count
            } else {
                break
            }
        }
        guard start > 0 else { return nil }
        let format = ImageFormat(recognising: bytes.extracting(start..<bytes.count))
        guard format.isDecodable else { return nil }
        let phrase = start == 1 ? "1 byte" : "\(start) bytes"
        return ForeignContent(
            "a \(format.displayName) with \(phrase) in front of it",
            cure: "cut off what stands before it"
        )
    }

    /// A JPEG whose bytes a decoder replaced by U+FFFD or by question marks.
    ///
    /// How many stand for the first markers depends on the decoder; the name of the first segment
    /// survives (JFIF 1.02; CIPA DC-008, 4.7.2).
    private static func replaced(_ bytes: Span<UInt8>) -> ForeignContent? {
        let beginning = bytes.bytes(in: 0..<min(bytes.count, 32))
        let isDecoded = beginning.starts(with: [0xEF, 0xBF, 0xBD, 0xEF, 0xBF, 0xBD])
        guard isDecoded || beginning.starts(with: Array("???".utf8)),
            beginning.offset(of: "JFIF\0") != nil || beginning.offset(of: "Exif\0") != nil
        else { return nil }
        return ForeignContent(
            isDecoded
                ? "a JPEG that was decoded as UTF-8 and lost bytes"
                : "a JPEG that was converted to ASCII and lost bytes",
            cure: ruined
        )
    }
}
