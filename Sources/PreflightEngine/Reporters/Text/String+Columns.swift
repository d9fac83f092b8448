extension String {
    /// How many columns of a terminal the text takes.
    ///
    /// Two for a character of East Asian width (UAX #11) or an emoji, one for any other.
    package var columnCount: Int {
        // Most text is plain ASCII, and reports are long.
        guard !utf8.allSatisfy({ $0 < 0x80 }) else { return utf8.count }
        return reduce(0) { $0 + $1.columnCount }
    }

    /// The text with its middle left out, so that it takes at most `limit` columns.
    ///
    /// Of a path, the file's name stays whole where it fits.
    package func shortened(toColumns limit: Int) -> String {
        guard columnCount > limit, limit > 1 else { return self }
        let nameColumnCount = lastIndex(of: "/").map { String(self[$0...]).columnCount } ?? 0
        let wanted = nameColumnCount < limit ? nameColumnCount : 0
        let end = reversed().prefix(columns: max(wanted, (limit - 1) * 2 / 3))
        let beginning = prefix(columns: limit - 1 - String(end).columnCount)
        return String(beginning) + "…" + String(end.reversed())
    }
}

extension String {
    /// The text with its end left out, so that it takes at most `limit` columns.
    package func cut(toColumns limit: Int) -> String {
        columnCount <= limit ? self : String(prefix(columns: limit - 1)) + "…"
    }
}

extension Sequence<Character> {
    /// The first characters, as many as fit into `limit` columns.
    fileprivate func prefix(columns limit: Int) -> [Character] {
        var rest = limit
        return prefix { character in
            rest -= character.columnCount
            return rest >= 0
        }
        .map(\.self)
    }
}

extension Character {
    /// How many columns of a terminal the character takes: 1 or 2.
    fileprivate var columnCount: Int {
        guard let scalar = unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
        let isEmoji = scalar.properties.isEmojiPresentation || unicodeScalars.contains("\u{FE0F}")
        return isEmoji || Self.wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// The blocks whose characters are wide or fullwidth in EastAsianWidth.txt.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
        0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
        0x20000...0x3FFFD,
    ]
}
