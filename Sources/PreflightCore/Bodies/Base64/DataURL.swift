/// The parts of a data URL (RFC 2397) inside a JSON string.
struct DataURL {
    /// The media type without its parameters; empty where there is none.
    var mediaType: JSONText

    /// The offset after the comma, where the data begins.
    var dataStart: Int

    /// What is unusual about it.
    var faults: [Base64Fault]

    /// Whether it says `;base64` and nothing else but the media type, letter for letter.
    var isPlain: Bool { faults.isEmpty }

    /// The most bytes before the comma that are looked at.
    private static let headByteCountAtMost = 1_024

    /// The parts of the URL that `text` spells, or nil where it is none.
    init?(_ text: JSONText, in bytes: [UInt8]) {
        let span = bytes.span
        var head: [UInt8] = []
        var ends: [Int] = []
        var offset = text.range.lowerBound
        let limit = min(text.range.upperBound, offset + Self.headByteCountAtMost)
        while offset < limit, head.last != UInt8(ascii: ",") {
            let character = JSONText.asciiCharacter(at: offset, in: span)
            head.append(character.byte ?? 0xFF)
            offset = character.end
            ends.append(offset)
        }
        guard head.last == UInt8(ascii: ",") else { return nil }
        let start = head.firstIndex { !JSONText.whiteSpace.contains($0) } ?? 0
        guard head[start...].startsIgnoringCase(with: "data:") else { return nil }
        let pieces = head[(start + 5)..<(head.count - 1)]
            .split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        // "data:base64,…" says what the data is, in the wrong place.
        let type = pieces.first.flatMap { Self.isBase64($0) ? nil : $0 } ?? []
        let typeStart = type.isEmpty ? ends[start + 4] : ends[type.startIndex - 1]
        mediaType = JSONText(
            range: typeStart..<(type.isEmpty ? typeStart : ends[type.endIndex - 1]),
            isPlain: text.isPlain
        )
        dataStart = offset
        faults = Self.faults(head: head, start: start, pieces: pieces)
    }

    private static func isBase64(_ piece: ArraySlice<UInt8>) -> Bool {
        Array(piece).trimmedOfWhiteSpace.elementsEqual("base64".utf8) { $0.lowercased == $1 }
    }

    private static func faults(
        head: [UInt8],
        start: Int,
        pieces: [ArraySlice<UInt8>]
    ) -> [Base64Fault] {
        var faults: [Base64Fault] = []
        let parameters = pieces.dropFirst()
        if parameters.last.map(isBase64) != true { faults.append(.missingBase64Mark) }
        if parameters.count > 1 { faults.append(.parameters) }
        let isSpelledOut =
            start == 0 && head.starts(with: "data:".utf8)
            && parameters.last?.elementsEqual("base64".utf8) == true
        if !isSpelledOut, faults.first != .missingBase64Mark { faults.append(.oddPrefix) }
        return faults
    }
}
