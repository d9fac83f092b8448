import Testing

@testable import PreflightCore

@Suite struct ExifReaderTests {
    struct OrientationCase: CustomTestStringConvertible, Sendable {
        var value: Int
        var expected: Int
        var testDescription: String { "value \(value)" }
    }

    static let orientationCases =
        (1...8).map { OrientationCase(value: $0, expected: $0) }
        + [0, 9, 0xFFFF].map { OrientationCase(value: $0, expected: 1) }

    @Test(arguments: orientationCases, [true, false])
    func readsTheOrientation(_ row: OrientationCase, isLittleEndian: Bool) {
        let bytes = ExifBytes.orientation(row.value, isLittleEndian: isLittleEndian)
        #expect(facts(of: bytes).orientation.rawValue == row.expected)
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var name: String
        var bytes: [UInt8]
        var expected = ExifFacts()
        var testDescription: String { name }
    }

    static let turned = ExifFacts(orientation: Orientation(rawValue: 6) ?? .upright)

    static let cases: [Case] = [
        Case(name: "nothing", bytes: []),
        Case(name: "prefix only", bytes: Array("Exif\0\0".utf8)),
        Case(
            name: "prefix",
            bytes: Array("Exif\0\0".utf8) + ExifBytes.orientation(6),
            expected: turned
        ),
        Case(name: "half a prefix", bytes: Array("Exif".utf8) + ExifBytes.orientation(6)),
        Case(name: "no byte order", bytes: [0, 0] + ExifBytes.orientation(6).dropFirst(2)),
        Case(
            name: "orientation as a 32-bit integer",
            bytes: ExifBytes(entries: [.init(tag: 0x0112, type: 4, value: 6)]).bytes
        ),
        Case(
            name: "the first of two orientations counts",
            bytes: ExifBytes(entries: [
                .init(tag: 0x0112, value: 6), .init(tag: 0x0112, value: 3),
            ])
            .bytes,
            expected: turned
        ),
        Case(
            name: "orientation after another tag",
            bytes: ExifBytes(entries: [
                .init(tag: 0x010F, value: 9), .init(tag: 0x0112, value: 6),
            ])
            .bytes,
            expected: turned
        ),
        Case(
            name: "latitude and longitude",
            bytes: ExifBytes.gps(tags: [2, 4]),
            expected: located
        ),
        Case(name: "any order", bytes: ExifBytes.gps(tags: [4, 29, 2]), expected: located),
        Case(name: "latitude only", bytes: ExifBytes.gps(tags: [0, 1, 2, 3])),
        Case(name: "longitude only", bytes: ExifBytes.gps(tags: [1, 3, 4])),
        Case(name: "version of the GPS tags only", bytes: ExifBytes.gps(tags: [0])),
        Case(
            name: "GPS tags in the first directory",
            bytes: ExifBytes(entries: [.init(tag: 2, value: 0), .init(tag: 4, value: 0)]).bytes
        ),
        Case(
            name: "GPS directory that is the first directory",
            bytes: ExifBytes(entries: [.init(tag: 0x8825, type: 4, value: 8)]).bytes
        ),
        Case(
            name: "GPS directory beyond the end",
            bytes: ExifBytes(entries: [.init(tag: 0x8825, type: 4, value: 0xFFFF_FFFF)]).bytes
        ),
        Case(
            name: "more entries claimed than there are",
            bytes: replacing(8, with: [0xFF, 0xFF], in: ExifBytes.orientation(6)),
            expected: turned
        ),
        Case(
            name: "first directory beyond the end",
            bytes: replacing(4, with: [0xFF, 0xFF, 0xFF, 0xFF], in: ExifBytes.orientation(6))
        ),
    ]

    static let located = ExifFacts(hasGPS: true)

    @Test(arguments: cases)
    func readsWhatIsThereAndNothingElse(_ row: Case) {
        #expect(facts(of: row.bytes) == row.expected)
    }

    @Test func ignoresWhatIsOutsideTheRange() {
        let bytes = [9, 9, 9] + ExifBytes.orientation(6) + [9]
        let range = 3..<bytes.count - 1
        #expect(ExifReader.read(bytes.span, range: range) == Self.turned)
        #expect(ExifReader.read(bytes.span, range: 3..<20) == ExifFacts())
    }

    @Test(arguments: [3..<1_000, 1_000..<2_000, -5 ..< -1])
    func toleratesARangeOutsideTheFile(_ range: Range<Int>) {
        let bytes = [9, 9, 9] + ExifBytes.orientation(6)
        let expected = range.lowerBound == 3 ? Self.turned : ExifFacts()
        #expect(ExifReader.read(bytes.span, range: range) == expected)
    }

    @Test func saysNothingOfATruncatedDirectory() {
        let bytes = ExifBytes.orientation(6)
        let entryEnd = 8 + 2 + 12
        for byteCount in 0...bytes.count {
            let expected = byteCount < entryEnd ? ExifFacts() : Self.turned
            #expect(facts(of: Array(bytes.prefix(byteCount))) == expected, "\(byteCount) bytes")
        }
    }

    private func facts(of bytes: [UInt8]) -> ExifFacts {
        ExifReader.read(bytes.span, range: 0..<bytes.count)
    }

    private static func replacing(
        _ offset: Int,
        with replacement: [UInt8],
        in bytes: [UInt8]
    ) -> [UInt8] {
        bytes.prefix(offset) + replacement + bytes.dropFirst(offset + replacement.count)
    }
}
