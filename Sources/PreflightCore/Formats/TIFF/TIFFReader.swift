/// Reads the size of a TIFF or BigTIFF from its first directory; nothing in it is decoded.
///
/// Source: TIFF 6.0, sections 2 and 8; "The BigTIFF File Format"
/// (https://www.awaresystems.be/imaging/tiff/bigtiff.html).
enum TIFFReader {
    /// Reads the header of the file `bytes`.
    ///
    /// - Throws: ``HeaderError`` where the directory is cut off or names no size.
    static func header(of bytes: Span<UInt8>) throws(HeaderError) -> ImageHeader {
        let file = try Layout(of: bytes)
        let start = try file.number(bytes, at: file.isBig ? 8 : 4, byteCount: file.isBig ? 8 : 4)
        let countByteCount = file.isBig ? 8 : 2
        let entryCount = try file.number(bytes, at: start, byteCount: countByteCount)
        var found: [Int: Int] = [:]
        for index in 0..<min(entryCount, entryCountAtMost) {
            let entry = start + countByteCount + index * file.entryByteCount
            let tag = try file.number(bytes, at: entry, byteCount: 2)
            guard Tag.all.contains(tag) else { continue }
            found[tag] = try file.value(bytes, ofEntryAt: entry)
        }
        guard let width = found[Tag.width], let height = found[Tag.height], width > 0, height > 0
        else {
            throw .malformed(offset: start, reason: "no image size in the first directory")
        }
        return ImageHeader(
            size: PixelSize(width: width, height: height),
            orientation: found[Tag.orientation].flatMap(Orientation.init(rawValue:)) ?? .upright
        )
    }

    /// The most entries that are looked through; they are sorted, and the sizes come early.
    private static let entryCountAtMost = 4_096

    /// The fields that are looked for.
    private enum Tag {
        static let width = 256
        static let height = 257
        static let orientation = 274
        static let all = [width, height, orientation]
    }

    /// How numbers stand in a file.
    private struct Layout {
        let isBigEndian: Bool
        let isBig: Bool

        init(of bytes: Span<UInt8>) throws(HeaderError) {
            isBigEndian = bytes.matches("MM")
            let version =
                isBigEndian ? try bytes.bigEndian16(at: 2) : try bytes.littleEndian16(at: 2)
            isBig = version == 43
        }

        /// Tag, type, count and value.
        var entryByteCount: Int { isBig ? 20 : 12 }

        /// A number of 2, 4 or 8 bytes.
        func number(
            _ bytes: Span<UInt8>,
            at offset: Int,
            byteCount: Int
        ) throws(HeaderError) -> Int {
            switch byteCount {
            case 2:
                return isBigEndian
                    ? try bytes.bigEndian16(at: offset) : try bytes.littleEndian16(at: offset)
            case 4:
                return isBigEndian
                    ? try bytes.bigEndian32(at: offset) : try bytes.littleEndian32(at: offset)
            default:
                let (first, second) = isBigEndian ? (0, 4) : (4, 0)
                let high = try number(bytes, at: offset + first, byteCount: 4)
                // No file is so long, and no side either.
                guard high == 0 else {
                    throw .malformed(offset: offset, reason: "a number beyond 32 bits")
                }
                return try number(bytes, at: offset + second, byteCount: 4)
            }
        }

        /// The value of an entry that has one, of 16 or 32 bits, or 64 in BigTIFF.
        func value(_ bytes: Span<UInt8>, ofEntryAt entry: Int) throws(HeaderError) -> Int? {
            let place = entry + (isBig ? 12 : 8)
            switch try number(bytes, at: entry + 2, byteCount: 2) {
            case 3: return try number(bytes, at: place, byteCount: 2)
            case 4: return try number(bytes, at: place, byteCount: 4)
            case 16: return try number(bytes, at: place, byteCount: 8)
            default: return nil
            }
        }
    }
}
