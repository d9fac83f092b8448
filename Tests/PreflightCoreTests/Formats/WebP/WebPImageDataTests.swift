import Fixtures
import Testing

@testable import PreflightCore

/// Rows of a WebP picture for which there is a room of zeros and no data.
struct WebPImageDataTests {
    private static func missing(in bytes: [UInt8]) throws -> MissingPixels? {
        var facts = ImageFacts(reading: bytes.span)
        facts.readImageData(of: bytes)
        return try facts.header.get().missingPixels
    }

    private static func zeroed(_ bytes: [UInt8], keeping share: Int) -> [UInt8] {
        let count = bytes.count * share / 100
        return bytes[..<count] + [UInt8](repeating: 0, count: bytes.count - count)
    }

    static let whole = [
        Fixture.webpLossy, .webpLossless, .webpLossyAlpha, .webpLosslessAlpha, .flatWebp,
        .flatLosslessWebp, .webp2Frames, .webp1Frame, .webpICCSrgb,
    ]

    @Test(arguments: whole)
    func `a whole picture has all its rows`(_ fixture: Fixture) throws {
        #expect(try Self.missing(in: try fixture.bytes()) == nil)
    }

    @Test(arguments: [Fixture.flatWebp, .flatLosslessWebp])
    func `zeros that are a coder's own are looked through`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        #expect(WebPFilling.start(in: bytes, 20..<bytes.count) != nil)
    }

    @Test(arguments: [
        (Fixture.webpLossy, [60, 70, 80, 90, 95]), (Fixture.flatWebp, [60, 70, 80]),
        (Fixture.flatLosslessWebp, [60, 70, 80]),
    ])
    func `the more came of a download, the fewer rows are missing`(
        _ fixture: Fixture,
        _ shares: [Int]
    ) throws {
        let bytes = try fixture.bytes()
        let height = try ImageHeader(reading: bytes.span, as: .webp).size.height
        var earlier = 0
        for share in shares {
            let missing = try #require(
                try Self.missing(in: Self.zeroed(bytes, keeping: share)),
                "\(share)"
            )
            #expect(missing.part == .row && missing.total == height)
            #expect(missing.first + missing.count == height)
            #expect(missing.first >= earlier)
            earlier = missing.first
        }
        #expect(earlier > 0)
    }

    @Test
    func `of an animation, a later frame is a flaw`() throws {
        let bytes = Self.zeroed(try Fixture.webp2Frames.bytes(), keeping: 95)
        var facts = ImageFacts(reading: bytes.span)
        facts.readImageData(of: bytes)
        let header = try facts.header.get()
        #expect(header.missingPixels == nil)
        #expect(header.flaws.first.map(\.fact).first?.hasSuffix("missing in frame 2") == true)
        #expect(header.flaws.cures == [.rewriteFrames])
    }

    @Test(arguments: whole)
    func `no changed byte before zeros traps`(_ fixture: Fixture) throws {
        var bytes = Self.zeroed(try fixture.bytes(), keeping: 80)
        for offset in stride(from: 12, to: bytes.count, by: max(1, bytes.count / 200)) {
            let original = bytes[offset]
            bytes[offset] = original ^ 0xFF
            _ = WebPImageData(of: bytes)
            bytes[offset] = original
        }
    }
}
