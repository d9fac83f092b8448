/// The beginning of a text that may be XML, up to the name of its first element.
struct XMLProlog {
    /// The beginning of the text; units that are not ASCII stand as ``notASCII``.
    let text: [UInt8]

    /// How many units of text are looked at, generous for comments and a document type.
    private static let windowUnitCount = 16_384

    private static let notASCII: UInt8 = 0x80

    /// Takes the beginning of a file in UTF-8, or in UTF-16 with a byte order mark.
    init(of bytes: Span<UInt8>) {
        if bytes.matches([0xFF, 0xFE]) {
            text = Self.units(of: bytes, from: 2, width: 2, lowByte: 0)
        } else if bytes.matches([0xFE, 0xFF]) {
            text = Self.units(of: bytes, from: 2, width: 2, lowByte: 1)
        } else {
            let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
            let start = bytes.matches(byteOrderMark) ? byteOrderMark.count : 0
            text = Self.units(of: bytes, from: start, width: 1, lowByte: 0)
        }
    }

    private static func units(
        of bytes: Span<UInt8>,
        from start: Int,
        width: Int,
        lowByte: Int
    ) -> [UInt8] {
        let unitCount = min((bytes.count - start) / width, windowUnitCount)
        return (0..<unitCount)
            .map { unit in
                let offset = start + unit * width
                let low = bytes[offset + lowByte]
                let high = width == 2 ? bytes[offset + 1 - lowByte] : 0
                return high == 0 && low < notASCII ? low : notASCII
            }
    }
}

extension XMLProlog {
    /// What may stand before the first element, and what ends it (XML 1.0, section 2.8).
    private static let skipped: [(opening: String, closing: String)] = [
        ("<?", "?>"),
        ("<!--", "-->"),
    ]

    /// The first element's name without its namespace prefix; nil where the text is not XML or the
    /// element begins after the window.
    var rootElementName: String? {
        var rest = text[...]
        while let next = Self.afterMiscellany(rest) { rest = next }
        guard rest.first == UInt8(ascii: "<") else { return nil }
        let name = rest.dropFirst().prefix { !Self.endsName($0) }
        let hasEnd = name.endIndex < rest.endIndex
        guard hasEnd, let local = name.split(separator: UInt8(ascii: ":")).last else { return nil }
        return String(decoding: local, as: UTF8.self)
    }

    /// What follows one stretch of white space, instruction, comment or document type; nil where
    /// none stands here or it does not end in the window.
    static func afterMiscellany(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        if let first = text.first, isSpace(first) { return text.drop(while: isSpace) }
        for (opening, closing) in skipped where text.starts(with: opening.utf8) {
            return after(closing, in: text.dropFirst(opening.utf8.count))
        }
        return text.starts(with: "<!DOCTYPE".utf8) ? afterDocumentType(text) : nil
    }

    private static func after(
        _ closing: String,
        in text: ArraySlice<UInt8>
    ) -> ArraySlice<UInt8>? {
        var rest = text
        while !rest.isEmpty {
            if rest.starts(with: closing.utf8) { return rest.dropFirst(closing.utf8.count) }
            rest = rest.dropFirst()
        }
        return nil
    }

    /// What follows a document type, whose own declarations in brackets hold `>` too.
    private static func afterDocumentType(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var bracketDepth = 0
        for (index, unit) in zip(text.indices, text) {
            switch unit {
            case UInt8(ascii: "["): bracketDepth += 1
            case UInt8(ascii: "]"): bracketDepth -= 1
            case UInt8(ascii: ">") where bracketDepth <= 0: return text[(index + 1)...]
            default: break
            }
        }
        return nil
    }

    private static func isSpace(_ unit: UInt8) -> Bool {
        unit == 0x20 || (0x09...0x0A).contains(unit) || unit == 0x0D
    }

    private static func endsName(_ unit: UInt8) -> Bool {
        isSpace(unit) || unit == UInt8(ascii: ">") || unit == UInt8(ascii: "/")
    }
}
