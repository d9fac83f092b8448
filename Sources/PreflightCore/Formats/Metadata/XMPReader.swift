/// Looks for a position in XMP, which is XML that names its properties in plain text.
///
/// The names are searched for and the XML is not parsed: a property may stand as an attribute or as
/// an element, and no other text of a packet has these names. Cameras of DJI write `GpsLatitude`
/// and `GpsLongtitude`, which count as well.
///
/// Source: ISO 16684-1 (XMP), section 7; Adobe, "XMP Specification Part 2", section 3.3 (EXIF).
enum XMPReader {
    /// Whether `range` names both a latitude and a longitude; what lies outside is ignored.
    static func hasGPS(_ bytes: Span<UInt8>, range: Range<Int>) -> Bool {
        let packet = bytes.extracting(range.clamped(to: 0..<bytes.count))
        return packet.contains(lowercased: latitude) && packet.contains(lowercased: longitude)
    }

    private static let latitude = Array("gpslatitude".utf8)

    /// As far as its spellings agree.
    private static let longitude = Array("gpslong".utf8)
}

extension Span<UInt8> {
    /// Whether `word`, of small letters only, stands somewhere, in letters of either case.
    fileprivate func contains(lowercased word: [UInt8]) -> Bool {
        guard let first = word.first, word.count <= count else { return false }
        for start in 0...count - word.count where self[start] | 0x20 == first {
            if word.indices.allSatisfy({ self[start + $0] | 0x20 == word[$0] }) { return true }
        }
        return false
    }
}
