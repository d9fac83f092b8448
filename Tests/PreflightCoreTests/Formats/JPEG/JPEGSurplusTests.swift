import Fixtures
import Testing

@testable import PreflightCore

/// What coded data tell that go on after the last row: rows that the header leaves out, or that
/// something before was changed.
struct JPEGSurplusTests {
    struct Height: Sendable, CustomTestStringConvertible {
        let fixture: Fixture
        let height: Int
        let leftOut: Int?

        init(_ fixture: Fixture, _ height: Int, leavesOut leftOut: Int?) {
            self.fixture = fixture
            self.height = height
            self.leftOut = leftOut
        }

        var testDescription: String { "\(fixture), \(height) rows" }
    }

    /// The landscape has 480 rows, in units of 16; an eighth of 427 rows is 53.
    @Test(arguments: [
        Height(.jpegPhoto, 480, leavesOut: nil), Height(.jpegPhoto, 479, leavesOut: nil),
        Height(.jpegPhoto, 428, leavesOut: nil), Height(.jpegPhoto, 427, leavesOut: 53),
        Height(.jpegPhoto, 426, leavesOut: 54), Height(.jpegPhoto, 240, leavesOut: 240),
        Height(.jpegPhoto, 16, leavesOut: 464), Height(.jpegPhoto, 1, leavesOut: 479),
    ])
    func `rows that the header leaves out are counted`(_ height: Height) throws {
        var bytes = try height.fixture.bytes()
        let frame = try #require(Self.offset(of: 0xC0, in: bytes))
        bytes[frame + 5] = UInt8(height.height >> 8)
        bytes[frame + 6] = UInt8(height.height & 0xFF)
        let missing = try Self.missingRows(of: bytes)
        #expect(missing?.cause == height.leftOut.map { _ in .leftOut })
        #expect(missing?.first == height.leftOut.map { _ in height.height })
        #expect(missing?.count == height.leftOut)
    }

    static let baseline: [Fixture] = [.jpegPhoto, .jpegGray, .jpegMark, .restartsJpeg]

    /// Bytes that stand twice in a scan, after so many hundredths of it.
    struct Doubling: Sendable, CustomTestStringConvertible {
        let fixture: Fixture
        let percent: Int
        let byteCount: Int

        init(_ fixture: Fixture, at percent: Int, _ byteCount: Int) {
            self.fixture = fixture
            self.percent = percent
            self.byteCount = byteCount
        }

        var testDescription: String { "\(byteCount) bytes of \(fixture) at \(percent) %" }
    }

    @Test(arguments: [
        Doubling(.jpegPhoto, at: 20, 40), Doubling(.jpegPhoto, at: 80, 40),
        Doubling(.jpegGray, at: 20, 40), Doubling(.jpegGray, at: 50, 40),
        Doubling(.jpegGray, at: 80, 40), Doubling(.jpegMark, at: 20, 40),
        Doubling(.jpegMark, at: 50, 40), Doubling(.jpegMark, at: 80, 40),
        Doubling(.restartsJpeg, at: 20, 12), Doubling(.restartsJpeg, at: 50, 12),
        Doubling(.restartsJpeg, at: 80, 12),
    ])
    func `bytes that stand there twice move what follows`(_ doubling: Doubling) throws {
        let (whole, byteCount) = (try doubling.fixture.bytes(), doubling.byteCount)
        let start = try #require(Self.offset(of: 0xDA, in: whole)) + 14
        // No marker may stand among the bytes.
        let place = try #require(
            (start + (whole.count - start) * doubling.percent / 100..<whole.count - 2)
                .first { !whole[$0 - byteCount..<$0].contains(0xFF) }
        )
        let doubled = Array(whole[..<place]) + whole[(place - byteCount)...]
        #expect(try Self.missingRows(of: whole) == nil)
        #expect(try Self.missingRows(of: doubled)?.cause == .displaced)
    }

    @Test(arguments: baseline, [UInt8(0x12), 0x20, 0x00])
    func `bytes that are no blocks are foreign`(_ fixture: Fixture, byte: UInt8) throws {
        let whole = try fixture.bytes()
        let stray = [UInt8](repeating: byte, count: 50)
        let input = Array(whole.dropLast(2)) + stray + whole.suffix(2)
        #expect(try Self.missingRows(of: input) == nil)
    }

    @Test(arguments: [Fixture.jpegPhoto, .restartsJpeg, .jpegProgressive])
    func `a transfer as text is named`(_ fixture: Fixture) throws {
        let whole = try fixture.bytes()
        let sent = whole.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
        #expect(try Self.missingRows(of: sent)?.cause == .sentAsText)
        #expect(try Self.missingRows(of: whole) == nil)
    }

    @Test(arguments: [(0, false), (3, false), (4, true), (5, true)])
    func `four line feeds tell of a transfer as text`(count: Int, isTold: Bool) {
        let lines: [[UInt8]] = Array(repeating: [0x0D, 0x0A, 7], count: count)
        let sent: [UInt8] = [1, 2] + lines.joined()
        let told = TextTransfer.wentThrough(sent.span, in: 0..<sent.count)
        #expect(told == isTold)
        let lone: [UInt8] = sent + [0x0A]
        let toldOfLone = TextTransfer.wentThrough(lone.span, in: 0..<lone.count)
        #expect(!toldOfLone)
    }

    @Test(arguments: [("bad Huffman code", "some blocks"), ("extraneous bytes", nil)])
    func `codes that are in no table leave a note`(warning: String, parts: String?) throws {
        let bytes = try Fixture.jpegPhoto.bytes()
        let facts = try JPEGFlawTests.facts(
            of: bytes,
            afterWarning: "Corrupt JPEG data: \(warning)"
        )
        #expect(try facts.header.get().incompleteParts == parts)
    }

    private static func missingRows(of bytes: [UInt8]) throws -> MissingPixels? {
        try JPEGFlawTests.facts(of: bytes, afterWarning: "extraneous bytes").header.get()
            .missingPixels
    }

    /// Where a marker of this code begins.
    private static func offset(of code: UInt8, in bytes: [UInt8]) -> Int? {
        bytes.indices.dropLast().first { bytes[$0] == 0xFF && bytes[$0 + 1] == code }
    }
}
