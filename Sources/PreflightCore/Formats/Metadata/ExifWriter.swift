/// Writes EXIF data that says how the picture is turned and nothing else.
///
/// Source: CIPA DC-008 (Exif 3.0), sections 4.5 and 4.6.5; TIFF 6.0, section 2.
enum ExifWriter {
    /// A TIFF structure of one directory with one entry, the orientation.
    static func tiff(_ orientation: Orientation) -> [UInt8] {
        let header: [UInt8] = [0x4D, 0x4D, 0x00, 0x2A, 0, 0, 0, 8]
        let entryCount: [UInt8] = [0, 1]
        // Tag 0x0112, type 3 (a 16-bit integer), one value, which stands in the first two of the
        // four bytes of its field.
        let tag: [UInt8] = [0x01, 0x12, 0, 3, 0, 0, 0, 1]
        let value: [UInt8] = [0, UInt8(truncatingIfNeeded: orientation.rawValue), 0, 0]
        let noNextDirectory: [UInt8] = [0, 0, 0, 0]
        return header + entryCount + tag + value + noNextDirectory
    }

    /// The APP1 segment of a JPEG file (Exif 3.0, 4.7.2), marker and length included.
    static func jpegSegment(_ orientation: Orientation) -> [UInt8] {
        let payload = Array("Exif\0\0".utf8) + tiff(orientation)
        // The length counts its own two bytes; 34 altogether.
        let length = UInt8(truncatingIfNeeded: payload.count + 2)
        return [0xFF, JPEGMarker.application1, 0, length] + payload
    }
}
