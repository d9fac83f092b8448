/// The letters of a text in lower case, and where each stands.
///
/// What is pasted of an answer went through JSON, logs, terminals and web pages: everything but the
/// letters may have changed on the way. Escapes of JSON and of Python, entities of HTML, and
/// sequences that colour a terminal are taken for what they are, and are no letters.
struct Letters {
    /// The letters in UTF-8.
    private(set) var bytes: [UInt8] = []

    /// For each byte the offset in the text of its letter, and of what follows that letter.
    private var places: [Range<String.Index>] = []

    private let text: String

    init(of text: String) {
        self.text = text
        let scalars = text.unicodeScalars
        var index = scalars.startIndex
        while index < scalars.endIndex {
            let next = Self.end(ofMarkAt: index, in: scalars)
            guard next == index else {
                index = next
                continue
            }
            let end = scalars.index(after: index)
            if scalars[index].properties.isAlphabetic {
                let letter = Array(scalars[index].properties.lowercaseMapping.utf8)
                bytes += letter
                places += Array(repeating: index..<end, count: letter.count)
            }
            index = end
        }
    }

    /// The part of the text that a range of letters stands in, its white space as single spaces.
    func text(in range: Range<Int>) -> String {
        guard !range.isEmpty, places.indices.contains(range.upperBound - 1) else { return "" }
        let scalars = text.unicodeScalars
        var (start, end) = (
            places[range.lowerBound].lowerBound, places[range.upperBound - 1].upperBound
        )
        // Numbers at either end belong to the words.
        while start > scalars.startIndex, Self.isDigit(scalars[scalars.index(before: start)]) {
            start = scalars.index(before: start)
        }
        while end < scalars.endIndex, Self.isDigit(scalars[end]) { end = scalars.index(after: end) }
        return text[start..<end].split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Where an escape, an entity or a terminal's sequence that begins at `start` ends; `start`
    /// where none does.
    private static func end(
        ofMarkAt start: String.Index,
        in scalars: String.UnicodeScalarView
    ) -> String.Index {
        let rest = scalars[start...].prefix(12)
        let tail = rest.dropFirst()
        switch rest.first {
        case "\\":
            switch tail.first {
            case "n", "r", "t": return scalars.index(start, offsetBy: 2)
            case "u" where tail.count >= 5: return scalars.index(start, offsetBy: 6)
            case "x" where tail.count >= 3: return scalars.index(start, offsetBy: 4)
            default: return start
            }
        case "&":
            guard let end = tail.prefix(7).firstIndex(of: ";") else { return start }
            return scalars.index(after: end)
        case "\u{1B}":
            guard tail.first == "[",
                let end = tail.dropFirst().firstIndex(where: { $0.properties.isAlphabetic })
            else { return start }
            return scalars.index(after: end)
        default:
            return start
        }
    }
}

/// A wording of an error, as its letters are looked for in those of an answer.
struct QuotedPattern {
    /// Where an answer quotes a wording, and how many letters of it.
    struct Match {
        /// The letters of the answer, those in gaps included.
        var range: Range<Int>
        /// The letters that are the wording's.
        var letterCount: Int
    }

    /// The letters of the parts between the gaps, none of them empty.
    private let parts: [[UInt8]]

    /// A gap is a few words, not another sentence.
    private static let gapLettersAtMost = 100

    /// A shorter part of a wording could be of any.
    private static let tornLettersAtLeast = 14

    init(_ text: String) {
        parts = text.split(separator: "…").map { Letters(of: String($0)).bytes }
            .filter { !$0.isEmpty }
    }

    /// Where all of the wording is quoted; nil where it is not.
    func whole(in letters: Letters) -> Match? {
        Self.match(parts[...], in: letters.bytes[...])
    }

    /// Where a part of the wording is quoted, because the answer breaks off in it, begins in it, or
    /// is all within it; nil where it is not.
    func torn(in letters: Letters) -> Match? {
        let bytes = letters.bytes
        guard bytes.count >= Self.tornLettersAtLeast else { return nil }
        guard parts.flatMap(\.self).firstRange(of: bytes[...], in: 0..<Int.max) == nil else {
            return Match(range: bytes.indices, letterCount: bytes.count)
        }
        let matches = parts.indices.flatMap { [brokenOff(in: $0, bytes), begun(in: $0, bytes)] }
        return matches.compactMap(\.self)
            .filter { $0.letterCount >= Self.tornLettersAtLeast }
            .max { $0.letterCount < $1.letterCount }
    }

    /// The wording up to a part that the answer ends in.
    private func brokenOff(in index: Int, _ bytes: [UInt8]) -> Match? {
        let part = parts[index]
        for count in (1..<max(2, min(part.count, bytes.count))).reversed()
        where bytes.suffix(count).elementsEqual(part.prefix(count)) {
            let end = Match(range: bytes.count - count..<bytes.count, letterCount: count)
            guard index > 0 else { return end }
            guard let start = Self.match(parts[..<index], in: bytes.dropLast(count)),
                end.range.lowerBound - start.range.upperBound <= Self.gapLettersAtMost
            else { continue }
            return start.joined(with: end)
        }
        return nil
    }

    /// The wording from a part on that the answer begins in.
    private func begun(in index: Int, _ bytes: [UInt8]) -> Match? {
        let part = parts[index]
        for count in (1..<max(2, min(part.count, bytes.count))).reversed()
        where bytes.prefix(count).elementsEqual(part.suffix(count)) {
            let start = Match(range: 0..<count, letterCount: count)
            guard index + 1 < parts.count else { return start }
            guard let end = Self.match(parts[(index + 1)...], in: bytes.dropFirst(count)),
                end.range.lowerBound - count <= Self.gapLettersAtMost
            else { continue }
            return start.joined(with: end)
        }
        return nil
    }

    /// Where parts stand one after another with gaps between them.
    private static func match(
        _ parts: ArraySlice<[UInt8]>,
        in bytes: ArraySlice<UInt8>
    ) -> Match? {
        guard let first = parts.first else { return nil }
        var from = bytes.startIndex
        while let start = bytes.firstRange(of: first[...], in: from..<bytes.endIndex) {
            var end = start.upperBound
            let isWhole = parts.dropFirst()
                .allSatisfy { part in
                    let limit = min(bytes.endIndex, end + gapLettersAtMost + part.count)
                    guard let next = bytes.firstRange(of: part[...], in: end..<limit)
                    else { return false }
                    end = next.upperBound
                    return true
                }
            if isWhole {
                let letterCount = parts.reduce(0) { $0 + $1.count }
                return Match(range: start.lowerBound..<end, letterCount: letterCount)
            }
            from = start.lowerBound + 1
        }
        return nil
    }
}

extension QuotedPattern.Match {
    /// The match from the start of one to the end of the other.
    fileprivate func joined(with other: QuotedPattern.Match) -> QuotedPattern.Match {
        QuotedPattern.Match(
            range: range.lowerBound..<other.range.upperBound,
            letterCount: letterCount + other.letterCount
        )
    }
}

extension RandomAccessCollection<UInt8> where Index == Int {
    /// Where `part` stands first within `range`.
    fileprivate func firstRange(of part: ArraySlice<UInt8>, in range: Range<Int>) -> Range<Int>? {
        guard let first = part.first else { return nil }
        var offset = range.lowerBound
        while offset + part.count <= Swift.min(endIndex, range.upperBound) {
            if self[offset] == first, self[offset..<offset + part.count].elementsEqual(part) {
                return offset..<offset + part.count
            }
            offset += 1
        }
        return nil
    }
}
