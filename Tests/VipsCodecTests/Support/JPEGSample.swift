import Fixtures
import PreflightCore

/// A whole JPEG of known coding, whose height can be lowered without touching its pixels' code.
struct JPEGSample {
    let fixture: Fixture
    /// Luminance rows, of which the last eight are one row of blocks.
    let rowCount: Int
    /// How many restart intervals are kept; nil for the whole file.
    var intervalCount: Int?
}

extension JPEGSample {
    /// One of each coding and sampling that the fixtures have.
    static let all = [
        JPEGSample(fixture: .jpegPhoto, rowCount: 480),
        JPEGSample(fixture: .jpegProgressive, rowCount: 480),
        JPEGSample(fixture: .jpegMark, rowCount: 208),
        JPEGSample(fixture: .jpegGray, rowCount: 208),
        JPEGSample(fixture: .jpegCMYK, rowCount: 208),
        JPEGSample(fixture: .restartsJpeg, rowCount: 208),
        JPEGSample(fixture: .blurredPhoto, rowCount: 480),
        shortened,
    ]

    /// A JPEG whose last row of blocks begins where libvips' tiles do at every shrink.
    ///
    /// libvips reads 8 rows at a time, and nothing of a tile that no whole shrunk row falls into.
    ///
    /// The mark is 256 px wide, so a row of blocks is four intervals of eight; 25 rows are left.
    private static let shortened = JPEGSample(
        fixture: .restartsJpeg,
        rowCount: 200,
        intervalCount: 100
    )

    /// The file with a header that says `missing` rows less, 0 to 7.
    ///
    /// The last row of blocks is then padding in part, as in any JPEG whose height is no multiple
    /// of 8 (T.81, A.2.4); the entropy-coded bytes stay right.
    func bytes(missingRows missing: Int) throws -> [UInt8] {
        var bytes = try fixture.bytes()
        if let intervalCount {
            bytes = bytes[..<Self.restartMarkers(in: bytes)[intervalCount - 1]] + [0xFF, 0xD9]
        }
        guard let frame = Self.segment(0xC0...0xC2, in: bytes) else { return bytes }
        let height = rowCount - missing
        bytes[frame + 5] = UInt8(height >> 8)
        bytes[frame + 6] = UInt8(height & 0xFF)
        return bytes
    }

    /// Where the first segment of such a marker stands (T.81, B.1.1.4).
    private static func segment(_ markers: ClosedRange<UInt8>, in bytes: [UInt8]) -> Int? {
        var offset = 2
        while offset + 4 <= bytes.count {
            if markers.contains(bytes[offset + 1]) { return offset }
            offset += 2 + Int(bytes[offset + 2]) << 8 + Int(bytes[offset + 3])
        }
        return nil
    }

    /// Where the markers RST0 to RST7 stand (T.81, B.1.1.3), in the scan and nowhere else.
    private static func restartMarkers(in bytes: [UInt8]) -> [Int] {
        guard let scan = segment(0xDA...0xDA, in: bytes) else { return [] }
        return (scan..<bytes.count - 1)
            .filter {
                bytes[$0] == 0xFF && (0xD0...0xD7).contains(bytes[$0 + 1])
            }
    }
}

extension JPEGSample: CustomStringConvertible {
    var description: String { "\(fixture), \(rowCount) rows" }
}
