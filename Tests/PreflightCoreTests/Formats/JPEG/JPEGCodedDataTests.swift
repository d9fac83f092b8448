import Fixtures
import Testing

@testable import PreflightCore

/// Rows that a JPEG promises and does not have.
struct JPEGCodedDataTests {
    static let fixtures = [
        Fixture.jpegPhoto, .jpegGray, .jpegProgressive, .restartsJpeg, .jpegCMYK, .jpegMark,
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

    @Test(arguments: [Fixture.jpegPhoto, .jpegGray, .restartsJpeg])
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

    @Test(arguments: fixtures)
    func `a height that was doubled leaves the lower half without data`(
        _ fixture: Fixture
    ) throws {
        var bytes = try fixture.bytes()
        let height = try Self.height(of: bytes)
        let frame = try #require(
            [0xC0, 0xC1, 0xC2].compactMap { bytes.firstRange(of: [0xFF, $0]) }.first
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

    @Test(arguments: [(1, "with 1 of "), (2, "with 2 of "), (3, "with 3 of ")])
    func `a progressive picture without its last scans is coarse`(
        scanCount: Int,
        words: String
    ) throws {
        let bytes = try Fixture.jpegProgressive.bytes()
        var starts: [Int] = []
        for index in bytes.indices.dropLast() where bytes[index] == 0xFF {
            if bytes[index + 1] == 0xDA { starts.append(index) }
        }
        let cut = Array(bytes[..<starts[scanCount]]) + [0xFF, 0xD9]
        let header = try ImageHeader(reading: cut.span, as: .jpeg)
        #expect(header.flaws.first.map(\.fact).contains { $0.contains(words) })
        #expect(header.flaws.cures == [.rewrite])
        let whole = try ImageHeader(reading: bytes.span, as: .jpeg)
        #expect(whole.flaws.isEmpty)
    }
}
