import Testing

@testable import PreflightCore

@Suite struct JPEGReaderTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var file: JPEGBytes
        var expected: ImageHeader
        var testDescription: String { name }
    }

    static let size = PixelSize(width: 4, height: 3)
    static let plain = JPEGBytes().frame().scan().end()

    static let structureCases: [Case] = [
        Case(name: "baseline", file: plain, expected: ImageHeader(size: size)),
        Case(
            name: "largest size",
            file: JPEGBytes().frame(width: 65_535, height: 65_535).scan().end(),
            expected: ImageHeader(size: PixelSize(width: 65_535, height: 65_535))
        ),
        Case(
            name: "several scans with tables between",
            file: JPEGBytes().frame(0xC2).scan().segment(0xC4, [0, 1]).scan().scan().end(),
            expected: ImageHeader(size: size, scanCount: 3)
        ),
        Case(
            name: "restart markers",
            file: JPEGBytes().frame().scan([1, 0xFF, 0xD0, 2, 0xFF, 0xD7, 3]).end(),
            expected: ImageHeader(size: size)
        ),
        Case(
            name: "fill bytes before markers",
            file: JPEGBytes().appending([0xFF, 0xFF]).frame().appending([0xFF]).scan()
                .appending([0xFF, 0xFF, 0xFF]).end(),
            expected: ImageHeader(size: size)
        ),
        Case(
            name: "stray bytes between segments",
            file: JPEGBytes().appending([0, 1, 2]).frame().appending([3, 0xFF, 0, 4]).scan().end(),
            expected: ImageHeader(size: size)
        ),
        Case(
            name: "a marker without a segment",
            file: JPEGBytes().appending([0xFF, 0x01]).frame().scan().end(),
            expected: ImageHeader(size: size)
        ),
        Case(
            name: "comment whose length is 0",
            file: JPEGBytes().appending([0xFF, 0xFE, 0, 0]).frame().scan().end(),
            expected: ImageHeader(size: size)
        ),
        Case(
            name: "thumbnail within a segment",
            file: JPEGBytes().segment(0xE0, JPEGBytes().frame(width: 1, height: 1).end().bytes)
                .frame().scan().end(),
            expected: ImageHeader(size: size)
        ),
        Case(
            name: "the first of two frame headers counts",
            file: JPEGBytes().frame().frame(width: 9, height: 9).scan().end(),
            expected: ImageHeader(size: size)
        ),
        Case(
            name: "number of rows after the scan",
            file: JPEGBytes().frame(height: 0).scan().segment(0xDC, [0, 3]).end(),
            expected: ImageHeader(size: size)
        ),
        Case(
            name: "number of rows that is known already",
            file: JPEGBytes().frame().scan().segment(0xDC, [0, 9]).end(),
            expected: ImageHeader(size: size)
        ),
        Case(
            name: "bytes after the end",
            file: plain.appending([1, 2, 3]),
            expected: ImageHeader(size: size, trailingByteCount: 3)
        ),
        Case(
            name: "a second photograph after the end",
            file: plain.appending(JPEGBytes().frame(width: 9).scan().end().bytes),
            expected: ImageHeader(
                size: size,
                trailingByteCount: JPEGBytes().frame(width: 9).scan().end().bytes.count
            )
        ),
        Case(
            name: "no end of image",
            file: JPEGBytes().frame().scan(),
            expected: ImageHeader(size: size, hasEndMarker: false)
        ),
        Case(
            name: "half an end of image",
            file: JPEGBytes().frame().scan().appending([0xFF]),
            expected: ImageHeader(size: size, hasEndMarker: false)
        ),
        Case(
            name: "segment that reaches beyond the end",
            file: JPEGBytes().frame().scan().appending([0xFF, 0xE0, 0xFF, 0xFF, 0xFF, 0xD9]),
            expected: ImageHeader(size: size, hasEndMarker: false)
        ),
        Case(
            name: "no scan",
            file: JPEGBytes().frame().end(),
            expected: ImageHeader(size: size, frameCount: 0, scanCount: 0)
        ),
    ]

    static let frameCases: [Case] = [
        Case(
            name: "grey",
            file: JPEGBytes().frame(componentCount: 1).scan().end(),
            expected: ImageHeader(size: size, colorModel: .gray)
        ),
        Case(
            name: "two components",
            file: JPEGBytes().frame(componentCount: 2).scan().end(),
            expected: ImageHeader(size: size, colorModel: .gray)
        ),
        Case(
            name: "four components",
            file: JPEGBytes().frame(componentCount: 4).scan().end(),
            expected: ImageHeader(size: size, colorModel: .cmyk)
        ),
        Case(
            name: "four components, said to be YCCK",
            file: JPEGBytes().segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 2])
                .frame(componentCount: 4).scan().end(),
            expected: ImageHeader(size: size, colorModel: .cmyk)
        ),
        Case(
            name: "12 bits a sample",
            file: JPEGBytes().frame(0xC1, precision: 12).scan().end(),
            expected: ImageHeader(size: size, bitsPerSample: 12)
        ),
        Case(
            name: "fewest bits a sample",
            file: JPEGBytes().frame(0xC3, precision: 2).scan().end(),
            expected: ImageHeader(size: size, bitsPerSample: 2)
        ),
        Case(
            name: "most bits a sample",
            file: JPEGBytes().frame(0xC3, precision: 16).scan().end(),
            expected: ImageHeader(size: size, bitsPerSample: 16)
        ),
    ]

    static let metadataCases: [Case] = [
        Case(
            name: "orientation",
            file: JPEGBytes().exif(ExifBytes.orientation(6)).frame().scan().end(),
            expected: ImageHeader(
                size: size,
                orientation: Orientation(rawValue: 6) ?? .upright
            )
        ),
        Case(
            name: "position, after another APP1",
            file: JPEGBytes().segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0".utf8))
                .exif(ExifBytes.gps(tags: [2, 4])).frame().scan().end(),
            expected: ImageHeader(size: size, hasGPS: true)
        ),
        Case(
            name: "the first EXIF segment counts",
            file: JPEGBytes().exif(ExifBytes.orientation(8)).exif(ExifBytes.orientation(3))
                .frame().scan().end(),
            expected: ImageHeader(
                size: size,
                orientation: Orientation(rawValue: 8) ?? .upright
            )
        ),
        Case(
            name: "malformed EXIF",
            file: JPEGBytes().exif([1, 2, 3]).frame().scan().end(),
            expected: ImageHeader(size: size)
        ),
    ]

    @Test(arguments: structureCases + frameCases + metadataCases)
    func readsTheHeader(_ row: Case) throws {
        #expect(try Self.headerWithoutFlaws(of: row.file) == row.expected)
    }

    @Test(arguments: (0xC0...0xCF).filter { ![0xC4, 0xC8, 0xCC].contains($0) })
    func readsEveryKindOfFrame(_ code: UInt8) throws {
        let file = JPEGBytes().frame(code).scan().end()
        #expect(try Self.headerWithoutFlaws(of: file) == ImageHeader(size: Self.size))
    }

    /// The scans of these files hold nothing; which are missing, other tests ask.
    private static func headerWithoutFlaws(of file: JPEGBytes) throws -> ImageHeader {
        var header = try JPEGReader.header(of: file.bytes.span)
        header.flaws = StructuralFlaws()
        header.missingDetail = nil
        header.mayHideDamage = false
        return header
    }

    struct Failure: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var expected: HeaderError
        var testDescription: String { name }
    }

    static let failures: [Failure] = [
        Failure(
            name: "empty",
            bytes: [],
            expected: .malformed(offset: 0, reason: "no start-of-image marker")
        ),
        Failure(
            name: "not JPEG",
            bytes: [0x89, 0x50],
            expected: .malformed(offset: 0, reason: "no start-of-image marker")
        ),
        Failure(name: "start only", bytes: JPEGBytes().bytes, expected: .truncated(offset: 2)),
        Failure(
            name: "end without a frame",
            bytes: JPEGBytes().end().bytes,
            expected: .malformed(offset: 2, reason: "end of image without a frame header")
        ),
        Failure(
            name: "tables in place of a frame",
            bytes: JPEGBytes().segment(0xC4, []).segment(0xC8, []).segment(0xCC, []).bytes,
            expected: .truncated(offset: 14)
        ),
        Failure(
            name: "scan without a frame",
            bytes: JPEGBytes().scan().frame().end().bytes,
            expected: .malformed(offset: 4, reason: "scan without a frame header")
        ),
        Failure(
            name: "second start of image",
            bytes: JPEGBytes().appending(plain.bytes).bytes,
            expected: .malformed(offset: 4, reason: "second start-of-image marker")
        ),
        Failure(
            name: "frame header cut off",
            bytes: Array(plain.bytes.prefix(20)),
            expected: .truncated(offset: 20)
        ),
        Failure(
            name: "frame header of the wrong length",
            bytes: JPEGBytes().segment(0xC0, [8, 0, 3, 0, 4, 3]).bytes,
            expected: .malformed(offset: 4, reason: "frame header of the wrong length")
        ),
        Failure(
            name: "width 0",
            bytes: JPEGBytes().frame(width: 0).scan().end().bytes,
            expected: .malformed(offset: 9, reason: "width 0")
        ),
        Failure(
            name: "height 0 to the end",
            bytes: JPEGBytes().frame(height: 0).end().bytes,
            expected: .malformed(offset: 23, reason: "no number of rows")
        ),
        Failure(
            name: "too few bits",
            bytes: JPEGBytes().frame(precision: 1).bytes,
            expected: .malformed(offset: 6, reason: "1 bits per sample")
        ),
        Failure(
            name: "too many bits",
            bytes: JPEGBytes().frame(precision: 17).bytes,
            expected: .malformed(offset: 6, reason: "17 bits per sample")
        ),
        Failure(
            name: "no component",
            bytes: JPEGBytes().frame(componentCount: 0).bytes,
            expected: .malformed(offset: 11, reason: "0 colour components")
        ),
        Failure(
            name: "five components",
            bytes: JPEGBytes().frame(componentCount: 5).bytes,
            expected: .malformed(offset: 11, reason: "5 colour components")
        ),
    ]

    @Test(arguments: failures)
    func refuses(_ row: Failure) {
        #expect(throws: row.expected) { try JPEGReader.header(of: row.bytes.span) }
    }

    @Test func survivesEveryTruncationAndChange() {
        let file = JPEGBytes().exif(ExifBytes.gps(tags: [2, 4])).profilePart(1, of: 1, [1, 2, 3])
            .frame(0xC2).scan([1, 0xFF, 0xD0, 2]).scan().end().appending([1, 2])
        let violations = HeaderInvariants.violations(
            inVariantsOf: file.bytes,
            read: JPEGReader.header
        )
        #expect(violations == [])
    }
}
