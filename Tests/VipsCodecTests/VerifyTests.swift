import Fixtures
import PreflightCore
import Testing
import VipsCodec

/// What the decoder measures, refuses and complains of, fixture by fixture.
struct VerifyTests {
    /// Fixtures of the four formats whose header promises at most 2,000,000 px a frame.
    static let decodable: [Fixture] = Fixture.all.filter { fixture in
        guard let bytes = try? fixture.bytes() else { return true }
        let facts = ImageFacts(reading: bytes.span)
        let area = (try? facts.header.get().size).map { $0.width * $0.height } ?? 0
        return facts.format.isDecodable && area <= 2_000_000
    }

    static let refused: [Fixture: CodecError.Stage] = [
        .cutJpegHalf: .decode,
        .cutJpegBeforeEOI: .decode,
        .cutJpegHeader: .open,
        .cutPngIDAT: .decode,
        .cutPngIHDR: .open,
        .badCRCIDAT: .decode,
        .cutGifHalf: .open,
        .cutGifHeader: .open,
        .cutWebpHalf: .open,
        .cutWebpHeader: .open,
        .noEndJpegProgressive: .decode,
        .riffSizeWebp: .open,
        .riffPaddingWebp: .open,
        .twoScansNoEndJpeg: .decode,
        .zerosPng: .decode,
        .codeSizeGif: .decode,
    ]

    static let damaged: Set<Fixture> = [
        .warningJpegSegments, .warningJpegScan, .warningJpegTaller, .disagreeGifFrames,
        .scanHeaderJpeg, .strayByteJpeg, .strayEndGif, .strayEndJpeg, .shorterJpeg,
        .filledJpeg,
    ]

    struct Measured: Sendable, CustomTestStringConvertible {
        let fixture: Fixture
        let width: Int
        let height: Int
        let frameCount: Int

        init(_ fixture: Fixture, _ width: Int, _ height: Int, frames: Int = 1) {
            self.fixture = fixture
            self.width = width
            self.height = height
            frameCount = frames
        }

        var testDescription: String { fixture.name }
    }

    @Test(
        arguments: [
            Measured(.jpegPhoto, 640, 480),
            Measured(.jpegProgressive, 640, 480),
            Measured(.jpegCMYK, 256, 208),
            Measured(.jpegOrientation6, 208, 256),
            Measured(.pngRGB8, 256, 208),
            Measured(.pngRGB16, 256, 208),
            Measured(.apng2Frames, 256, 208),
            Measured(.gifStill, 256, 208),
            Measured(.gif2Frames, 256, 208, frames: 2),
            Measured(.gif3Frames, 256, 208, frames: 3),
            Measured(.gifScreen640x480, 320, 240),
            Measured(.gifScreen641x480, 641, 480),
            Measured(.webpLossless, 256, 208),
            Measured(.webp1Frame, 256, 208),
            Measured(.webp2Frames, 256, 208, frames: 2),
            Measured(.warningJpegTaller, 256, 400),
            Measured(.disagreeGifFrames, 320, 240),
        ],
        [FrameScope.first, .all]
    )
    func `stored size and frames`(_ measured: Measured, scope: FrameScope) throws {
        let decoded = try measured.fixture.verified(frames: scope)
        #expect(decoded.size == PixelSize(width: measured.width, height: measured.height))
        #expect(decoded.frameCount == measured.frameCount)
    }

    @Test(arguments: decodable, [FrameScope.first, .all])
    func `each is refused, damaged or in order`(_ fixture: Fixture, scope: FrameScope) throws {
        let outcome = Result { () throws(CodecError) in try fixture.verified(frames: scope) }
        switch outcome {
        case .failure(let error):
            #expect(error.stage == Self.refused[fixture])
            #expect(!error.detail.isEmpty)
        case .success(let decoded):
            #expect(Self.refused[fixture] == nil)
            #expect((decoded.damage != nil) == Self.damaged.contains(fixture))
            #expect(decoded.damage != "")
        }
    }

    @Test(arguments: decodable.filter { refused[$0] == nil && $0 != .disagreeGifFrames })
    func `the decoder measures what the header says`(_ fixture: Fixture) throws {
        let bytes = try fixture.bytes()
        let facts = ImageFacts(reading: bytes.span)
        let header = try facts.header.get()
        let decoded = try fixture.verified(frames: .all)
        #expect(decoded.size == header.size)
        // libvips knows no animated PNG.
        #expect(decoded.frameCount == (facts.format == .png ? 1 : header.frameCount))
    }

    @Test
    func `the version is three numbers, the first that of libvips 8`() {
        let numbers = VipsCodec().version.split(separator: ".").map { Int($0) }
        #expect(numbers.count == 3)
        #expect(numbers.first == 8)
        #expect(!numbers.contains(nil))
    }
}
