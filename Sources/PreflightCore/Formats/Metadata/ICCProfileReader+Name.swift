extension ICCProfileReader {
    /// The profile's description, or nil where there is none that can be shown.
    ///
    /// Only printable characters are kept, and no more than ``maximumNameLength`` of them: the name
    /// comes from a file that nobody vouches for and ends up in terminals and logs.
    static func name(in bytes: Span<UInt8>) -> String? {
        guard let range = tagRange("desc", in: bytes) else { return nil }
        let tag = bytes.extracting(range)
        let text =
            if tag.matches("desc") { asciiDescription(tag) } else { localizedDescription(tag) }
        return text.flatMap(printable)
    }

    /// A textDescriptionType, of version 2 profiles (ICC.1:2001-04, 6.5.17): a byte count with the
    /// final NUL, then ASCII.
    private static func asciiDescription(_ tag: Span<UInt8>) -> String? {
        guard let byteCount = try? tag.bigEndian32(at: 8) else { return nil }
        let start = 12
        var text = ""
        for offset in start..<start + min(byteCount, 2 * maximumNameLength, tag.count - start) {
            guard tag[offset] != 0 else { break }
            text.unicodeScalars.append(Unicode.Scalar(tag[offset]))
        }
        return text
    }

    /// A multiLocalizedUnicodeType, of version 4 profiles (10.15): UTF-16 text in English where
    /// there is a record of it, or else in whatever language comes first.
    private static func localizedDescription(_ tag: Span<UInt8>) -> String? {
        let records = 16
        let recordByteCount = 12
        guard tag.matches("mluc"), let claimed = try? tag.bigEndian32(at: 8), claimed > 0,
            tag.count >= records + recordByteCount
        else { return nil }
        let recordCount = min(claimed, (tag.count - records) / recordByteCount)
        let offsets = (0..<recordCount).lazy.map { records + $0 * recordByteCount }
        let record = offsets.first { tag.matches("en", at: $0) } ?? records
        return text(ofRecordAt: record, in: tag)
    }

    /// The text of one record: language, country, then its length in bytes and where it starts.
    private static func text(ofRecordAt record: Int, in tag: Span<UInt8>) -> String? {
        guard let byteCount = try? tag.bigEndian32(at: record + 4),
            let start = try? tag.bigEndian32(at: record + 8)
        else { return nil }
        var codeUnits: [UInt16] = []
        for index in 0..<min(byteCount / 2, 2 * maximumNameLength) {
            guard let unit = try? tag.bigEndian16(at: start + 2 * index) else { break }
            codeUnits.append(UInt16(unit))
        }
        return String(decoding: codeUnits, as: UTF16.self)
    }

    private static func printable(_ text: String) -> String? {
        let kept = text.unicodeScalars.lazy.filter(isPrintable).prefix(maximumNameLength)
        var name = ""
        name.unicodeScalars.append(contentsOf: kept)
        return name.allSatisfy(\.isWhitespace) ? nil : name
    }

    /// Whether a character shows as itself: no controls, no marks that turn the reading direction,
    /// nothing unassigned, no line ends.
    private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned: false
        case .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    /// The longest name that is passed on, in Unicode scalars.
    private static let maximumNameLength = 80
}
