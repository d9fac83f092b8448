import Fixtures
import Testing

@testable import PreflightCore

/// Rows that a JPEG promises and does not have.
struct JPEGCodedDataTests {
    static let fixtures = [
        Fixture.jpegPhoto, .jpegGray, .jpegProgressive, .restartsJpeg, .jpegCMYK, .jpegMark,
        .arithmeticJpeg, .arithmeticProgressiveJpeg,
    ]

    /// Where the coded data of the first scan begins.
    private static func dataStart(of bytes: [UInt8]) throws -> Int {
        let scan = try #require(bytes.firstRange(of: [0xFF, 0xDA]))
        return scan.upperBound + Int(bytes[scan.upperBound]) << 8
            + Int(bytes[scan.upperBound + 1])
    }

    private static func height(of bytes: [UInt8]) throws -> Int {
        try ImageHeader(reading: bytes.span, as: .jpeg).size.height
    }

    @Test(arguments: fixtures)
    func `a whole picture has all its rows`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        #expect(JPEGCodedData(of: bytes).missingRows(of: try Self.height(of: bytes)) == nil)
    }

    @Test(arguments: fixtures, [[], [0xFF, 0xD9]] as [[UInt8]])
    func `the earlier the cut, the more is missing`(_ fixture: Fixture, end: [UInt8]) throws {
        let bytes = try fixture.bytes()
        let height = try Self.height(of: bytes)
        let start = try Self.dataStart(of: bytes)
        var earlier = 0
        for place in 0...40 {
            let cut = Array(bytes[..<(start + (bytes.count - 2 - start) * place / 40)]) + end
            let first = JPEGCodedData(of: cut).missingRows(of: height)?.first ?? height
            #expect(first >= earlier, "\(place)")
            earlier = first
        }
        #expect(earlier == height)
        let none = Array(bytes[..<start]) + end
        #expect(
            JPEGCodedData(of: none).missingRows(of: height)
                == MissingPixels(.row, from: 0, count: height, of: height)
        )
    }

    @Test(arguments: [Fixture.jpegPhoto, .jpegGray, .restartsJpeg, .arithmeticJpeg])
    func `zeros of a download that never came are no picture`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let height = try Self.height(of: bytes)
        let start = try Self.dataStart(of: bytes)
        let half = start + (bytes.count - start) / 2
        let zeroed = Array(bytes[..<half]) + [UInt8](repeating: 0, count: bytes.count - half)
        let cut = JPEGCodedData(of: Array(bytes[..<half])).missingRows(of: height)
        #expect(cut != nil)
        #expect(JPEGCodedData(of: zeroed).missingRows(of: height) == cut)
    }

    @Test(arguments: [Fixture.jpegPhoto, .jpegGray])
    func `the words of a server that failed are no picture`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let height = try Self.height(of: bytes)
        let start = try Self.dataStart(of: bytes)
        let half = Array(bytes[..<(start + (bytes.count - start) / 2)])
        let words = (0..<1000).flatMap { _ in Array("HTTP error 500 ".utf8) }
        let cut = try #require(JPEGCodedData(of: half).missingRows(of: height))
        for end in [[], [0xFF, 0xD9]] as [[UInt8]] {
            let found = JPEGCodedData(of: half + words + end)
            #expect(found.missingRows(of: height) == cut)
        }
    }

    @Test(arguments: fixtures)
    func `a height that was doubled leaves the lower half without data`(
        _ fixture: Fixture
    ) throws {
        var bytes = try fixture.bytes()
        let height = try Self.height(of: bytes)
        let frame = try #require(
            [0xC0, 0xC1, 0xC2, 0xC9, 0xCA].compactMap { bytes.firstRange(of: [0xFF, $0]) }.first
        )
        let place = frame.upperBound + 3
        bytes[place] = UInt8((2 * height) >> 8)
        bytes[place + 1] = UInt8((2 * height) & 0xFF)
        let missing = try #require(JPEGCodedData(of: bytes).missingRows(of: 2 * height))
        // A row of units may reach below the picture.
        #expect((height..<height + 16).contains(missing.first))
        #expect(missing.first + missing.count == 2 * height)
    }

    @Test(arguments: fixtures)
    func `no changed byte traps`(_ fixture: Fixture) throws {
        var bytes = try fixture.bytes()
        let height = try Self.height(of: bytes)
        for offset in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 300)) {
            let original = bytes[offset]
            bytes[offset] = original ^ 0xFF
            _ = JPEGCodedData(of: bytes).missingRows(of: height)
            bytes[offset] = original
        }
    }

    /// A progressive picture with its first scans only, without an end marker.
    private static func coarse(_ scanCount: Int) throws -> [UInt8] {
        let bytes = try Fixture.jpegProgressive.bytes()
        let starts = bytes.indices.dropLast().filter { bytes[$0] == 0xFF && bytes[$0 + 1] == 0xDA }
        return Array(bytes[..<starts[scanCount]])
    }

    static let scanCounts = [
        (1, "with 1 of 10 scans", "scans 2–10 of 10"),
        (2, "with 2 of 10 scans", "scans 3–10 of 10"),
        (9, "with 9 of 10 scans", "scan 10 of 10"),
    ]

    @Test(arguments: scanCounts)
    func `a progressive picture without its last scans is coarse, which nothing cures`(
        scanCount: Int,
        words: String,
        missing: String
    ) throws {
        let cut = try Self.coarse(scanCount) + [0xFF, 0xD9]
        let header = try ImageHeader(reading: cut.span, as: .jpeg)
        #expect(header.flaws.first.map(\.fact).contains { $0.contains(words) })
        #expect(header.flaws.cures == [.impossible])
        #expect(header.incompleteParts == missing)
        let bytes = try Fixture.jpegProgressive.bytes()
        let whole = try ImageHeader(reading: bytes.span, as: .jpeg)
        #expect(whole.flaws.isEmpty && whole.incompleteParts == nil)
    }

    @Test(arguments: scanCounts)
    func `without end marker either, it is closed after its last whole scan`(
        scanCount: Int,
        words: String,
        missing: String
    ) throws {
        let cut = try Self.coarse(scanCount)
        var facts = ImageFacts(reading: cut.span)
        facts.readImageData(of: cut)
        #expect(try facts.header.get().missingPixels == nil)
        let mended = try #require(Plan([.trim, .repair]).edited(cut, as: .jpeg))
        let header = try ImageHeader(reading: mended.span, as: .jpeg)
        #expect(header.hasEndMarker && header.scanCount == scanCount)
        #expect(header.flaws.first.map(\.fact).contains { $0.contains(words) })
    }

    @Test
    func `a picture of which a component has no scan is missing it`() throws {
        func missing(afterScans count: Int) throws -> String? {
            let scans = (1...count).map { [1, UInt8($0), 0, 0, 63, 0] }
            let bytes = scans.reduce(JPEGBytes().frame()) { $0.segment(0xDA, $1).appending([0x12]) }
                .end().bytes
            return try ImageHeader(reading: bytes.span, as: .jpeg).missingPixels?.description
        }
        #expect(try missing(afterScans: 1) == "components 2–3 of 3 are missing")
        #expect(try missing(afterScans: 2) == "component 3 of 3 is missing")
        #expect(try missing(afterScans: 3) == nil)
    }
}
