/// A text chunk of a PNG file that may hold a position: XMP, or EXIF data from before PNG had a
/// chunk for it.
///
/// Source: W3C Portable Network Graphics (PNG) Specification, third edition, section 11.3.3; the
/// raw profiles are those of ImageMagick, coders/png.c.
struct PNGText {
    /// The metadata; empty where it cannot be uncompressed.
    private let metadata: [UInt8]

    /// The most bytes that all text of a file is uncompressed to in search of a position: 64 MiB.
    static let fileByteCountAtMost = 64 << 20

    /// Reads a chunk, or nil where it is no text or one that holds no position.
    ///
    /// - Parameters:
    ///   - chunk: The chunk.
    ///   - bytes: The file.
    ///   - room: How many bytes may be uncompressed; what this chunk takes is taken off.
    init?(_ chunk: PNGChunk, in bytes: Span<UInt8>, within room: inout Int) {
        let data = bytes.extracting(chunk.data)
        guard Self.textTypes.contains(chunk.type) else { return nil }
        if data.matches("XML:com.adobe.xmp\0") {
            metadata = Self.text(of: chunk, data, within: &room)
        } else if data.matches("Raw profile type ") {
            metadata = Self.rawProfile(Self.text(of: chunk, data, within: &room))
        } else {
            return nil
        }
    }

    /// Whether there is both a latitude and a longitude.
    var hasGPS: Bool {
        let range = metadata.indices
        return ExifReader.read(metadata.span, range: range).hasGPS
            || XMPReader.hasGPS(metadata.span, range: range)
    }
}

extension PNGText {
    private static let textTypes: Set<Int> = [
        PNGChunk.text, PNGChunk.compressedText, PNGChunk.internationalText,
    ]

    /// The text after the keyword, uncompressed; empty where it is malformed.
    private static func text(
        of chunk: PNGChunk,
        _ data: Span<UInt8>,
        within room: inout Int
    ) -> [UInt8] {
        let parts = data.bytes(in: 0..<data.count)
            .split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return [] }
        switch chunk.type {
        case PNGChunk.compressedText:
            // A byte for the method comes first.
            return uncompressed(parts[1].dropFirst(), within: &room)
        case PNGChunk.internationalText:
            return international(parts[1], within: &room)
        default:
            return Array(parts[1])
        }
    }

    /// A flag and a method for compression, a language, a translated keyword, the text (11.3.3.4).
    private static func international(
        _ data: ArraySlice<UInt8>,
        within room: inout Int
    ) -> [UInt8] {
        let parts = data.dropFirst(2)
            .split(separator: 0, maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3 else { return [] }
        return data.first == 0
            ? Array(parts[2]) : uncompressed(parts[2], within: &room)
    }

    private static func uncompressed(
        _ stream: ArraySlice<UInt8>,
        within room: inout Int
    ) -> [UInt8] {
        let limit = min(PNGChunk.inflatedByteCountAtMost, room)
        guard limit > 0, stream.count <= PNGChunk.inflatedByteCountAtMost else { return [] }
        let text = Inflate.zlib(Array(stream), byteCountLimit: limit)
        // What came out of a stream that fails is not known.
        room -= text?.count ?? limit
        return text ?? []
    }

    /// The bytes of a raw profile: a line with its name, one with its length, hexadecimal digits.
    private static func rawProfile(_ text: [UInt8]) -> [UInt8] {
        let digits = text.split(separator: 0x0A).dropFirst(2).joined()
            .compactMap(\.hexadecimalValue)
        return stride(from: 1, to: digits.count, by: 2).map { digits[$0 - 1] << 4 | digits[$0] }
    }
}
