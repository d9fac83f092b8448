/// Reads the size of a HEIC or AVIF file from its boxes; nothing in it is decoded.
///
/// The sizes stand as `ispe` properties of the items, of which the picture itself is the largest:
/// tiles and thumbnails are smaller. `irot` turns the picture by quarters.
///
/// Source: ISO/IEC 23008-12 (HEIF), clauses 6.5.3 and 6.5.10; ISO/IEC 14496-12, clause 4.2.
enum HEIFReader {
    /// Reads the header of the file `bytes`.
    ///
    /// - Throws: ``HeaderError`` where no size is found, or a box is cut off before it.
    static func header(of bytes: Span<UInt8>) throws(HeaderError) -> ImageHeader {
        var found = Properties()
        try walk(bytes, 0..<bytes.count, into: &found)
        guard let size = found.largestSize else {
            throw .malformed(offset: 0, reason: "no image size among the properties")
        }
        return ImageHeader(
            size: found.exchangesSides ? size.transposed : size,
            hasAlpha: false
        )
    }

    /// What was met on the way.
    private struct Properties {
        var largestSize: PixelSize?
        var exchangesSides = false
    }

    /// Boxes that hold others, with the bytes before those.
    private static let containers = ["meta": 4, "iprp": 0, "ipco": 0]

    private static func walk(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        into found: inout Properties
    ) throws(HeaderError) {
        var offset = range.lowerBound
        while offset + 8 <= range.upperBound {
            let claimed = Int(try bytes.bigEndian32(at: offset))
            let type = (offset + 4..<offset + 8).map { Character(Unicode.Scalar(bytes[$0])) }
            // 0 reaches to the end; 1 has 64 bits after the type, which only `mdat` needs.
            let end = claimed == 0 ? range.upperBound : offset + claimed
            guard claimed == 0 || claimed >= 8, end <= range.upperBound else { return }
            try take(String(type), bytes, offset + 8..<end, into: &found)
            offset = end
        }
    }

    private static func take(
        _ type: String,
        _ bytes: Span<UInt8>,
        _ body: Range<Int>,
        into found: inout Properties
    ) throws(HeaderError) {
        if let header = containers[type] {
            let start = min(body.lowerBound + header, body.upperBound)
            return try walk(bytes, start..<body.upperBound, into: &found)
        }
        if type == "irot", let first = body.first {
            found.exchangesSides = found.exchangesSides || bytes[first] & 1 == 1
        }
        guard type == "ispe", body.count >= 12 else { return }
        let size = PixelSize(
            width: Int(try bytes.bigEndian32(at: body.lowerBound + 4)),
            height: Int(try bytes.bigEndian32(at: body.lowerBound + 8))
        )
        guard size.width > 0, size.height > 0,
            size.pixelCount > found.largestSize?.pixelCount ?? 0
        else { return }
        found.largestSize = size
    }
}
