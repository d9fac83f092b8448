import Fixtures
import PreflightCore
import Testing
import VipsCodec

/// What is written anew carries no metadata, whatever it was read from.
struct StrippedMetadataTests {
    static let sources: [Fixture] = [
        .jpegGPS, .pngGPS, .webpGPS, .jpegOrientation6, .pngOrientation6, .webpOrientation6,
        .webpLossy, .webpLossless, .webp2Frames, .webpICCDisplayP3,
    ]

    static let steps: [Step] = [
        .downscale(PixelSize(width: 60, height: 50)), .upright(.init(rawValue: 6) ?? .upright),
        .firstFrame(of: 2), .convertToSRGB,
    ]

    static let encodings: [Encoding] = [
        .jpeg(quality: 85), .png, .webp(quality: 85), .webpLossless, .gif,
    ]

    @Test(arguments: sources, steps)
    func `nothing is left to strip`(_ source: Fixture, _ step: Step) throws {
        for encoding in Self.encodings {
            let written = try Self.written(source, step, as: encoding)
            let header = try ImageFacts(reading: written.span).header.get()
            #expect(header.orientation == .upright, "\(encoding)")
            #expect(header.iccProfile == nil, "\(encoding)")
            #expect(!header.hasGPS, "\(encoding)")
            let stripped = Plan([.stripMetadata]).edited(written, as: encoding.format)
            #expect(stripped == written, "\(encoding)")
            for name in ["EXIF", "eXIf", "Exif\0\0", "XMP "] {
                #expect(!written.contains(name.utf8), "\(encoding): \(name)")
            }
        }
    }

    @Test(arguments: sources)
    func `the same file gives the same bytes`(_ source: Fixture) throws {
        for encoding in Self.encodings {
            let one = try Self.written(source, .convertToSRGB, as: encoding)
            let other = try Self.written(source, .convertToSRGB, as: encoding)
            #expect(one == other, "\(encoding)")
        }
    }

    private static func written(
        _ source: Fixture,
        _ step: Step,
        as encoding: Encoding
    ) throws -> [UInt8] {
        let bytes = try source.bytes()
        return try VipsCodec()
            .apply(
                Plan([step, .encode(encoding)]),
                to: bytes,
                as: ImageFormat(recognising: bytes.span),
                frames: .first
            )
            .bytes
    }
}
