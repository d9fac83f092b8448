/// Valid images of an exact byte count, for the limits on bytes.
///
/// Each is a small picture and padding that no decoder looks at, so that its size in pixels says
/// nothing about its size in bytes.
public enum PaddedImage {
    /// A 1-bit PNG of upright bars, padded with a private chunk.
    ///
    /// - Parameters:
    ///   - byteCount: The length of the whole file in bytes.
    ///   - width: Pixels in a row, at least 1.
    ///   - height: Rows, at least 1.
    /// - Returns: The file, or nil where `byteCount` is too small to hold the picture and the
    ///   shortest padding.
    public static func png(byteCount: Int, width: Int = 300, height: Int = 300) -> [UInt8]? {
        let head = PNGBytes.signature + PNGBytes.header(width: width, height: height)
        let picture = head + PNGBytes.bars(width: width, height: height)
        let end = PNGBytes.chunk("IEND", [])
        guard let padding = PNGBytes.padding(byteCount: byteCount - picture.count - end.count)
        else { return nil }
        return picture + padding + end
    }

    /// A JPEG padded with comment segments behind its first marker.
    ///
    /// - Parameters:
    ///   - byteCount: The length of the whole file in bytes.
    ///   - fixture: The picture to pad.
    /// - Returns: The file, or nil where `byteCount` is too small to hold the picture and one
    ///   comment.
    /// - Throws: Foundation's error where the fixture cannot be read.
    public static func jpeg(
        byteCount: Int,
        around fixture: Fixture = .jpegMark
    ) throws -> [UInt8]? {
        let picture = try fixture.bytes()
        let startOfImage = 2
        guard let comments = comments(byteCount: byteCount - picture.count) else { return nil }
        return picture.prefix(startOfImage) + comments + picture.dropFirst(startOfImage)
    }

    /// COM segments (T.81, B.2.4.5) that take exactly `byteCount` bytes, or nil where it is under 4.
    private static func comments(byteCount: Int) -> [UInt8]? {
        let longest = 2 + 0xFFFF
        let shortest = 4
        guard byteCount >= shortest else { return nil }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(byteCount)
        while bytes.count < byteCount {
            let left = byteCount - bytes.count
            let taken = left <= longest ? left : min(longest, left - shortest)
            let length = UInt16(taken - 2)
            bytes += [0xFF, 0xFE, UInt8(length >> 8), UInt8(length & 0xFF)]
            bytes += [UInt8](repeating: 0, count: taken - shortest)
        }
        return bytes
    }
}
