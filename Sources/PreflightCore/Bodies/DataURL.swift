/// The parts of a data URL (RFC 2397) inside a JSON string.
struct DataURL {
    /// The media type without its parameters; empty where there is none.
    var mediaType: JSONText

    /// The offset after the comma, where the data begins.
    var dataStart: Int

    /// Whether the data is in base64: whether the last parameter says so.
    var isBase64: Bool

    /// The parts of the URL that `text` spells, or nil where it is none.
    init?(_ text: JSONText, in bytes: Span<UInt8>) {
        guard let start = text.end(of: "data:", in: bytes) else { return nil }
        var offset = start
        var mediaTypeEnd: Int?
        var parameter: [UInt8]?
        while offset < text.range.upperBound {
            let character = JSONText.asciiCharacter(at: offset, in: bytes)
            switch character.byte {
            case UInt8(ascii: ","):
                mediaType = JSONText(
                    range: start..<(mediaTypeEnd ?? offset),
                    isPlain: text.isPlain
                )
                dataStart = character.end
                isBase64 = parameter.map { $0.elementsEqual("base64".utf8) } ?? false
                return
            case UInt8(ascii: ";"):
                mediaTypeEnd = mediaTypeEnd ?? offset
                parameter = []
            default:
                let isTooLong = (parameter?.count ?? 0) > "base64".utf8.count
                if !isTooLong { parameter?.append(Self.lowercased(character.byte ?? 0)) }
            }
            offset = character.end
        }
        return nil
    }
}

extension DataURL {
    /// The letter in lower case; any other byte as it is.
    static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}

extension JSONText {
    /// The offset after the scheme with which the text begins in either case, or nil where it does
    /// not.
    func end(of scheme: String, in bytes: Span<UInt8>) -> Int? {
        var offset = range.lowerBound
        for expected in scheme.utf8 {
            guard offset < range.upperBound else { return nil }
            let character = Self.asciiCharacter(at: offset, in: bytes)
            guard let byte = character.byte, DataURL.lowercased(byte) == expected else {
                return nil
            }
            offset = character.end
        }
        return offset
    }
}
