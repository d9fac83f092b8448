/// The beginning of a text, in UTF-8, without byte order mark and without white space in front.
struct TextOpening {
    /// The units, of a whole text without white space at its end.
    let units: [UInt8]

    /// Whether the text ends here.
    let isWhole: Bool

    private init(units: [UInt8], isWhole: Bool) {
        self.units = units
        self.isWhole = isWhole
    }

    /// How many bytes are looked at: enough for every sign that is known.
    static let byteCountAtMost = 4_096

    /// Takes the beginning of `bytes`, or nil where they are no text.
    ///
    /// Text is UTF-8, or UTF-16 with a byte order mark, without control characters but those of
    /// white space and of colors in a terminal.
    init?(of bytes: Span<UInt8>) {
        isWhole = bytes.count <= Self.byteCountAtMost
        let window = bytes.bytes(in: 0..<min(bytes.count, Self.byteCountAtMost))
        let decoded = Self.utf16(window) ?? Self.utf8(window, isWhole: isWhole)
        guard let decoded, !decoded.contains(where: Self.isControl) else { return nil }
        let text = decoded.drop(while: Self.isSpace)
        let end = isWhole ? text.lastIndex { !Self.isSpace($0) }.map { $0 + 1 } : text.endIndex
        units = Array(text[..<(end ?? text.startIndex)])
    }

    /// The mark at the start of a text in UTF-8.
    static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    private static func utf8(_ window: [UInt8], isWhole: Bool) -> [UInt8]? {
        var text = window[...]
        if text.starts(with: byteOrderMark) { text = text.dropFirst(byteOrderMark.count) }
        // A character that the window cuts off says nothing.
        if !isWhole {
            let tail = text.suffix(3).lastIndex { $0 >= 0xC0 }
            text = text[..<(tail ?? text.endIndex)]
        }
        return String(validating: text, as: UTF8.self) == nil ? nil : Array(text)
    }

    private static func utf16(_ window: [UInt8]) -> [UInt8]? {
        let isLittle = window.starts(with: [0xFF, 0xFE])
        guard isLittle || window.starts(with: [0xFE, 0xFF]) else { return nil }
        let units = stride(from: 2, to: window.count - 1, by: 2)
            .map { offset in
                let (first, second) = (UInt16(window[offset]), UInt16(window[offset + 1]))
                return isLittle ? second << 8 | first : first << 8 | second
            }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }
}

extension TextOpening {
    /// Whether a unit is white space between words or lines.
    static func isSpace(_ unit: UInt8) -> Bool {
        unit == 0x20 || (0x09...0x0D).contains(unit)
    }

    private static func isControl(_ unit: UInt8) -> Bool {
        (unit < 0x20 && !isSpace(unit) && unit != 0x1B) || unit == 0x7F
    }

    /// The units with ASCII letters in lower case.
    static func lowercased(_ units: some Sequence<UInt8>) -> [UInt8] {
        units.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    }

    /// The text without its first units, of which there are more than `count`.
    func dropping(_ count: Int) -> TextOpening {
        TextOpening(units: Array(units.dropFirst(count)), isWhole: isWhole)
    }
}

extension [UInt8] {
    /// The first offset at or after `start` at which `text` stands, or nil.
    ///
    /// For windows of a few thousand bytes: the time is that of the product of both lengths.
    func offset(of text: String, from start: Int = 0) -> Int? {
        let wanted = Array(text.utf8)
        guard start >= 0, wanted.count <= count, start <= count - wanted.count else { return nil }
        return (start...(count - wanted.count)).first { self[$0...].starts(with: wanted) }
    }
}
