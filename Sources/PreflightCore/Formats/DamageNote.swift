/// The note of a file that some of its pixels were missing and that a decoder made them up.
///
/// It is written where somebody wanted the picture all the same, and stays when metadata goes, so that
/// nobody takes what was made up for the picture. It stands in a comment of a JPEG file (T.81,
/// B.2.4.5) or in a text chunk of a PNG file (PNG, 11.3.3.2).
package enum DamageNote {
    /// The formats that can carry it.
    static let formats: Set<ImageFormat> = [.jpeg, .png]

    /// What was made up, as the payload of a JPEG comment says it; nil for any other comment.
    static func madeUp(accordingTo comment: Span<UInt8>) -> String? {
        guard comment.count <= byteCountAtMost, comment.matches(opening) else { return nil }
        let words = comment.bytes(in: opening.count..<comment.count)
        guard !words.isEmpty, words.allSatisfy({ (0x20...0x7E).contains($0) }) else { return nil }
        return String(decoding: words, as: UTF8.self)
    }

    /// What was made up, as a text chunk says it; nil for any other chunk.
    static func madeUp(accordingTo chunk: PNGChunk, in bytes: Span<UInt8>) -> String? {
        guard chunk.type == PNGChunk.text, chunk.isComplete else { return nil }
        let data = bytes.extracting(chunk.data)
        guard data.matches(keyword) else { return nil }
        return madeUp(accordingTo: data.extracting(keyword.count..<data.count))
    }

    /// A file that was just written, with the note; nil for a format that cannot carry it.
    package static func adding(
        _ madeUp: String,
        to file: [UInt8],
        as format: ImageFormat
    ) -> [UInt8]? {
        let text = opening + madeUp.replacing("–", with: "-").utf8
        let note: [UInt8]
        let place: Int
        switch format {
        case .jpeg:
            let length = UInt16(truncatingIfNeeded: text.count + 2)
            note = [0xFF, JPEGMarker.comment, UInt8(length >> 8), UInt8(length & 0xFF)] + text
            place = endOfJFIF(in: file.span)
        case .png:
            note = PNGChunk.bytes(type: PNGChunk.text, data: keyword + text)
            place = endOfPNGHeader
        default:
            return nil
        }
        guard place <= file.count else { return nil }
        return file[..<place] + note + file[place...]
    }
}

extension DamageNote {
    private static let opening = Array("imgcheck: missing and made up: ".utf8)

    private static let keyword = Array("Comment\0".utf8)

    private static let byteCountAtMost = 200

    /// The signature, and a first chunk with 13 bytes (PNG, 5.2, 11.2.1).
    private static let endOfPNGHeader = 8 + 12 + 13

    /// Where the JFIF segment ends, which follows the start of the image at once (T.871, 10.1).
    private static func endOfJFIF(in file: Span<UInt8>) -> Int {
        guard file.matches([0xFF, 0xE0], at: 2), let length = try? file.bigEndian16(at: 4) else {
            return 2
        }
        return 4 + length
    }
}

extension ImageHeader {
    /// What of the picture is missing or was made up by an earlier repair, as words; nil for nothing.
    package var incompleteParts: String? { missingPixels?.parts ?? madeUpPixels ?? missingDetail }
}
