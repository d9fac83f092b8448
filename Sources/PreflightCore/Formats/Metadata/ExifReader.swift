/// Reads EXIF data: a TIFF structure of directories (IFDs) with 12-byte entries.
///
/// Malformed EXIF is never an error, it just says nothing: decoders show such pictures all the
/// same. Two directories are read, once each and neither followed to a next one, so that
/// directories which point at each other cost nothing.
///
/// Source: CIPA DC-008 (Exif 3.0), section 4.5; TIFF 6.0, section 2.
enum ExifReader {
    /// Reads what EXIF says within `range`, which may begin with the prefix `Exif` and two zeros.
    ///
    /// - Parameters:
    ///   - bytes: The whole file.
    ///   - range: Where the EXIF data stands; what lies outside the file is ignored.
    /// - Returns: The facts; those of an image without EXIF where it is malformed.
    static func read(_ bytes: Span<UInt8>, range: Range<Int>) -> ExifFacts {
        let prefix: StaticString = "Exif\0\0"
        let clamped = range.clamped(to: 0..<bytes.count)
        let block = bytes.extracting(clamped)
        let start = block.matches(prefix) ? prefix.utf8CodeUnitCount : 0
        return facts(inTIFF: block.extracting(start..<block.count))
    }

    /// Every offset in a TIFF structure counts from its first byte, hence a span of its own.
    private static func facts(inTIFF tiff: Span<UInt8>) -> ExifFacts {
        var facts = ExifFacts()
        guard let order = TIFFByteOrder(of: tiff),
            let directory = try? order.integer32(at: 4, in: tiff)
        else { return facts }

        if let entry = firstEntry(.orientation, ofDirectoryAt: directory, in: tiff, order),
            let type = try? order.integer16(at: entry + 2, in: tiff), type == shortType,
            let value = try? order.integer16(at: entry + 8, in: tiff)
        {
            facts.orientation = Orientation(rawValue: value) ?? .upright
        }
        if let entry = firstEntry(.gpsDirectory, ofDirectoryAt: directory, in: tiff, order),
            let gps = try? order.integer32(at: entry + 8, in: tiff)
        {
            facts.hasGPS =
                firstEntry(.gpsLatitude, ofDirectoryAt: gps, in: tiff, order) != nil
                && firstEntry(.gpsLongitude, ofDirectoryAt: gps, in: tiff, order) != nil
        }
        return facts
    }

    /// The offset of the first entry with `tag` that is wholly there.
    private static func firstEntry(
        _ tag: Tag,
        ofDirectoryAt directory: Int,
        in tiff: Span<UInt8>,
        _ order: TIFFByteOrder
    ) -> Int? {
        guard let claimed = try? order.integer16(at: directory, in: tiff) else { return nil }
        let entries = directory + 2
        let entryCount = min(claimed, (tiff.count - entries) / entryByteCount)
        for index in 0..<entryCount {
            let entry = entries + index * entryByteCount
            if let found = try? order.integer16(at: entry, in: tiff), found == tag.rawValue {
                return entry
            }
        }
        return nil
    }

    /// Tag, type, count and value: 2 + 2 + 4 + 4 bytes.
    private static let entryByteCount = 12

    /// The type code of a 16-bit unsigned integer.
    private static let shortType = 3
}

extension ExifReader {
    /// The tags that are read; those of the GPS directory have a numbering of their own.
    private enum Tag: Int {
        case orientation = 0x0112
        case gpsDirectory = 0x8825
        case gpsLatitude = 2
        case gpsLongitude = 4
    }
}

/// What the EXIF data of an image says that a verdict needs.
struct ExifFacts: Sendable, Hashable {
    /// How the stored picture is turned before it is shown; upright where EXIF says nothing valid.
    var orientation: Orientation = .upright

    /// Whether both a latitude and a longitude are given.
    var hasGPS = false
}
