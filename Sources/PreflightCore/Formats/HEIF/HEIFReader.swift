/// Reads the size of a HEIC or AVIF file from its boxes; nothing in it is decoded.
///
/// The sizes stand as `ispe` properties of the items, of which the picture itself is the largest:
/// tiles and thumbnails are smaller. `irot` turns the picture by quarters. A sequence has its size in
/// the `tkhd` of a track.
///
/// Source: ISO/IEC 23008-12 (HEIF), clauses 6.5.3, 6.5.10 and 7; ISO/IEC 14496-12, clauses 4.2 and
/// 8.3.2.
enum HEIFReader {
    /// Reads the header of the file `bytes`.
    ///
    /// - Throws: ``HeaderError`` where no size is found.
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
    private static let containers = ["meta": 4, "iprp": 0, "ipco": 0, "moov": 0, "trak": 0]

    private static func walk(
        _ bytes: Span<UInt8>,
        _ range: Range<Int>,
        into found: inout Properties
    ) throws(HeaderError) {
        var offset = range.lowerBound
        while offset + 8 <= range.upperBound {
            let claimed = try byteCount(ofBoxAt: offset, bytes)
            let type = (offset + 4..<offset + 8).map { Character(Unicode.Scalar(bytes[$0])) }
            guard claimed == 0 || claimed >= 8 else { return }
            // Of a file that is cut off, what is there is read.
            let end =
                claimed == 0 ? range.upperBound : min(offset + claimed, range.upperBound)
            try take(String(type), bytes, offset + 8..<end, into: &found)
            offset = end
        }
    }

    /// How long a box says it is: 0 reaches to the end; 1 has 64 bits after the type, which `mdat`
    /// may need and no box that is looked into.
    private static func byteCount(
        ofBoxAt offset: Int,
        _ bytes: Span<UInt8>
    ) throws(HeaderError) -> Int {
        let claimed = try bytes.bigEndian32(at: offset)
        guard claimed == 1 else { return claimed }
        // No file is longer than 32 more bits say.
        return try bytes.bigEndian32(at: offset + 8) == 0
            ? try bytes.bigEndian32(at: offset + 12) : bytes.count
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
        guard let size = try size(type, bytes, body), size.width > 0, size.height > 0,
            size.pixelCount > found.largestSize?.pixelCount ?? 0
        else { return }
        found.largestSize = size
    }

    /// The size that a box tells; nil for one that tells none, or is cut off before.
    private static func size(
        _ type: String,
        _ bytes: Span<UInt8>,
        _ body: Range<Int>
    ) throws(HeaderError) -> PixelSize? {
        switch type {
        case "ispe" where body.count >= 12:
            return PixelSize(
                width: try bytes.bigEndian32(at: body.lowerBound + 4),
                height: try bytes.bigEndian32(at: body.lowerBound + 8)
            )
        case "tkhd" where body.count >= 84:
            // Two numbers of 16 whole and 16 fractional bits end the box, whose version decides how
            // long it is.
            let place = body.lowerBound + (bytes[body.lowerBound] == 1 ? 88 : 76)
            guard place + 8 <= body.upperBound else { return nil }
            return PixelSize(
                width: try bytes.bigEndian16(at: place),
                height: try bytes.bigEndian16(at: place + 4)
            )
        default:
            return nil
        }
    }
}
