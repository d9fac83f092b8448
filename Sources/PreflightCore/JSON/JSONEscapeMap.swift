/// Where the characters of a JSON text stand that is itself the string of another.
///
/// An inference table keeps each request as a string. Its images are found in what that string
/// says, and repaired in the bytes that spell it.
struct JSONEscapeMap {
    /// What the string says, in UTF-8.
    let unescaped: [UInt8]

    /// The offsets after each escape, in what the string says and in the bytes that spell it.
    private var marks: [(inner: Int, outer: Int)]

    /// Reads the string that `text` spells in `bytes`.
    init(_ text: JSONText, in bytes: [UInt8]) {
        marks = [(0, text.range.lowerBound)]
        guard !text.isPlain else {
            unescaped = Array(bytes[text.range])
            return
        }
        let spelling = bytes[text.range]
        var inner: [UInt8] = []
        inner.reserveCapacity(spelling.count)
        var offset = spelling.startIndex
        while offset < spelling.endIndex {
            let plainEnd = spelling[offset...].firstIndex(of: UInt8(ascii: "\\"))
            inner += spelling[offset..<(plainEnd ?? spelling.endIndex)]
            guard let escape = plainEnd else { break }
            let character = JSONText.escapedCharacter(at: escape, in: spelling)
            inner += String(character.scalar).utf8
            offset = character.end
            marks.append((inner.count, offset))
        }
        unescaped = inner
    }

    /// The bytes that spell a range of what the string says.
    func spelling(of range: Range<Int>) -> Range<Int> {
        let start = offset(of: range.lowerBound)
        return start..<max(start, offset(of: range.upperBound))
    }

    /// The offset of the spelling of the character at `inner`.
    private func offset(of inner: Int) -> Int {
        var low = 0
        var high = marks.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if marks[middle].inner <= inner { low = middle } else { high = middle }
        }
        return marks[low].outer + inner - marks[low].inner
    }
}
