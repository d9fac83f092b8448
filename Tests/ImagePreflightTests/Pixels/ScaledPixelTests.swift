import Fixtures
import Foundation
import PreflightCore
import Testing
import VipsCodec

/// Scaled pixels are held against a Lanczos kernel over every pixel of the original.
struct ScaledPixelTests {
    struct Photograph: Sendable, CustomTestStringConvertible {
        let path: String
        let size: PixelSize

        init(_ fixture: Fixture, _ width: Int, _ height: Int) {
            path = fixture.path
            size = PixelSize(width: width, height: height)
        }

        init(corpus file: String, _ width: Int, _ height: Int) {
            path = Corpus.folder.appending(path: file).path(percentEncoded: false)
            size = PixelSize(width: width, height: height)
        }

        var testDescription: String {
            "\(path.split(separator: "/").last ?? "") to \(size)"
        }
    }

    @Test(arguments: [
        Photograph(.jpegPhoto, 639, 479), Photograph(.jpegPhoto, 320, 240),
        Photograph(.jpegPhoto, 200, 150), Photograph(.jpegPhoto, 160, 120),
        Photograph(.jpegPhoto, 77, 58), Photograph(.jpegPhoto, 40, 30),
        Photograph(.jpegProgressive, 213, 160), Photograph(.jpegProgressive, 100, 75),
        Photograph(.jpegGray, 60, 49), Photograph(.blurredPhoto, 111, 83),
    ])
    func `no further from it than libvips' thumbnail`(_ photograph: Photograph) throws {
        try Self.verify(photograph)
    }

    @Test(
        .enabled(if: Corpus.isPresent, "../shared/corpus is not on this machine"),
        arguments: [
            Photograph(corpus: "recurser+exif-orientation-examples/Portrait_8.jpg", 200, 133),
            Photograph(corpus: "recurser+exif-orientation-examples/Landscape_6.jpg", 875, 1_313),
            Photograph(corpus: "recurser+exif-orientation-examples/Portrait_8.jpg", 300, 200),
        ]
    )
    func `real photographs too`(_ photograph: Photograph) throws {
        try Self.verify(photograph)
    }

    private static func verify(_ photograph: Photograph) throws {
        let bytes = try [UInt8](contentsOfFile: photograph.path)
        let reference = Plane(try Picture(decoding: bytes)).scaled(to: photograph.size)
        let plan = Plan([.downscale(photograph.size), .encode(.png)])
        let scaled = try VipsCodec().apply(plan, to: bytes, as: .jpeg, frames: .first).bytes
        let ours = Plane(try Picture(decoding: scaled)).similarity(to: reference)
        let thumbnail = try Thumbnail.picture(ofFile: photograph.path, at: photograph.size)
        let theirs = Plane(thumbnail).similarity(to: reference)
        #expect(ours >= theirs - 0.0001)
        #expect(ours > 0.98)
    }

    @Test
    func `a screenshot stays a PNG, readable`() async throws {
        let screenshot = Picture.screenshot(width: 1_701, height: 1_003)
        let bytes = try screenshot.encoded(as: .png)
        let prepared = try await PreparedPicture(bytes, PlanOptions(resize: .target))
        #expect(prepared.steps.last == .encode(.png))
        #expect(prepared.picture.width < 1_701)
        let reference = Plane(screenshot).scaled(to: prepared.picture.size)
        #expect(Plane(prepared.picture).similarity(to: reference) >= 0.98)
    }
}
