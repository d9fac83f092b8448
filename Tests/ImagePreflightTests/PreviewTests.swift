import Fixtures
import PreflightCore
import Testing
import VipsCodec

@testable import PreflightEngine

/// The small pictures that a report shows.
struct PreviewTests {
    private let codec = CountingCodec()

    private func report(
        on fixture: Fixture,
        mode: Preflight.Options.Mode = .decode,
        makingPreviews: Bool = true
    ) async throws -> ImageReport {
        var options = Preflight.Options(mode: mode)
        options.makesPreviews = makingPreviews
        let preflight = Preflight(
            table: try BuiltIn.table(BuiltIn.claude),
            codec: codec,
            options: options
        )
        return try #require(try await preflight.check([.file(fixture.path)]).images.first)
    }

    @Test(arguments: [
        (Fixture.jpegPhoto, 360, 270), (.pngRGB8, 256, 208), (.gif2Frames, 256, 208),
        (.size8001x200, 360, 9),
    ])
    func `a thumbnail has the shape of its image and is never larger`(
        _ fixture: Fixture,
        _ width: Int,
        _ height: Int
    ) async throws {
        let thumbnail = try #require(try await report(on: fixture).preview?.thumbnail)
        let header = try ImageHeader(reading: thumbnail.bytes.span, as: .webp)
        #expect(header.size == PixelSize(width: width, height: height))
        #expect(!header.isAnimated)
        #expect(header.iccProfile == nil && !header.hasGPS)
    }

    @Test
    func `a thumbnail is upright`() async throws {
        let report = try await report(on: .jpegOrientation6)
        let original = try #require(try report.facts?.header.get())
        let thumbnail = try #require(report.preview?.thumbnail)
        let header = try ImageHeader(reading: thumbnail.bytes.span, as: .webp)
        #expect(original.size == PixelSize(width: 208, height: 256))
        #expect(header.size == PixelSize(width: 256, height: 208))
        #expect(header.orientation == .upright)
    }

    @Test
    func `what its provider shrinks has a part before and after, from one more decode`()
        async throws
    {
        let report = try await report(on: .size1569x700)
        let closeUp = try #require(report.preview?.closeUp)
        let view = try #require(report.view?.size)
        let sent = try ImageHeader(reading: closeUp.sent.bytes.span, as: .webp)
        let seen = try #require(closeUp.seen[view])
        let resized = try ImageHeader(reading: seen.bytes.span, as: .webp)
        #expect(sent.size == closeUp.region.size)
        #expect(sent.size == PixelSize(width: 240, height: 136))
        let width = 240 * Double(view.width) / 1569
        #expect(resized.size.width == Int(width.rounded()))
        #expect(codec.usage == .init(proofCount: 1, pictureCount: 1))
    }

    @Test
    func `what its provider leaves as it is has no part`() async throws {
        let report = try await report(on: .jpegPhoto)
        #expect(report.preview != nil)
        #expect(report.preview?.closeUp == nil)
        #expect(codec.usage == .init(proofCount: 1, applicationCount: 1))
    }

    @Test
    func `the same file has the same thumbnail`() async throws {
        let first = try await report(on: .jpegPhoto).preview
        #expect(try await report(on: .jpegPhoto).preview == first)
    }

    @Test(arguments: [Fixture.cutJpegHalf, .empty])
    func `what cannot be decoded has none`(_ fixture: Fixture) async throws {
        #expect(try await report(on: fixture).preview?.thumbnail == nil)
    }

    @Test
    func `nobody pays for what is not asked for`() async throws {
        #expect(try await report(on: .jpegPhoto, makingPreviews: false).preview == nil)
        #expect(codec.usage == .init(proofCount: 1))
        #expect(try await report(on: .jpegPhoto, mode: .headers).preview == nil)
        #expect(codec.usage == .init(proofCount: 1))
    }
}
