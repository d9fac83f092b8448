import Fixtures
import PreflightCore
import Testing
import VipsCodec

/// Editing a file leaves the pixels of its first frame what they were.
struct EditedPixelsTests {
    static let plans = [
        Plan([.trim]),
        Plan([.stripMetadata]),
        Plan([.firstFrame(of: 2)]),
        Plan([.firstFrame(of: 2), .stripMetadata, .trim]),
    ]

    /// Fixtures that can be decoded and that some plan changes.
    static let changed = VerifyTests.decodable.filter { fixture in
        guard VerifyTests.refused[fixture] == nil, let bytes = try? fixture.bytes() else {
            return false
        }
        let format = ImageFormat(recognising: bytes.span)
        return plans.contains { $0.edited(bytes, as: format) != bytes }
    }

    @Test
    func `Each kind of file is among them`() throws {
        let formats = try Self.changed.map { fixture in
            let bytes = try fixture.bytes()
            return ImageFormat(recognising: bytes.span)
        }
        #expect(Set(formats) == [.jpeg, .png, .gif, .webp])
        #expect(formats.count >= 30)
    }

    @Test(arguments: changed, plans)
    func `Pixels stay`(_ fixture: Fixture, _ plan: Plan) throws {
        let bytes = try fixture.bytes()
        let format = ImageFormat(recognising: bytes.span)
        let edited = try #require(plan.edited(bytes, as: format))
        for background in [Color.white, .black] {
            let before = try Self.picture(of: bytes, as: format, on: background)
            let after = try Self.picture(of: edited, as: format, on: background)
            #expect(after == before)
        }
    }

    /// The first frame as a PNG file that depends on its pixels and nothing else: converted through
    /// the embedded profile, which is to stay too, and on a background, since frames that go may
    /// take an alpha channel with them that was opaque here.
    private static func picture(
        of bytes: [UInt8],
        as format: ImageFormat,
        on background: Color
    ) throws -> [UInt8] {
        let plan = Plan([.convertToSRGB, .flatten(background), .encode(.png)])
        return try VipsCodec().apply(plan, to: bytes, as: format, frames: .first).bytes
    }
}
