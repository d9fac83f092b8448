import Fixtures
import PreflightCore
import Testing
import VipsCodec

/// What decodes tell of how well a picture can be seen.
struct QualityTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let fixture: Fixture
        let contrastLevels: Int
        let isBlurred: Bool
        let textHeightPixels: Double?
        var testDescription: String { fixture.name }

        init(_ fixture: Fixture, contrast: Int = 64, isBlurred: Bool = false, text: Double? = nil) {
            self.fixture = fixture
            contrastLevels = contrast
            self.isBlurred = isBlurred
            textHeightPixels = text
        }
    }

    static let cases = [
        Case(.blankWhite, contrast: 0), Case(.blankBlack, contrast: 0),
        Case(.faintText, contrast: 3), Case(.sharpText), Case(.blurredPhoto, isBlurred: true),
        Case(.jpegPhoto), Case(.text7Px, text: 7), Case(.text14Px, text: 14),
        Case(.pageTall, text: 14), Case(.pngRGB16), Case(.pngRGBAText), Case(.gif3Frames),
        Case(.webpLossyAlpha),
    ]

    @Test(arguments: cases, FrameScope.allCases)
    func `a decode for proof measures`(_ c: Case, _ frames: FrameScope) throws {
        let bytes = try c.fixture.bytes()
        let format = ImageFacts(reading: bytes.span).format
        let quality = try VipsCodec().verify(bytes, as: format, frames: frames).quality
        expect(quality, to: c)
    }

    @Test(arguments: cases, [1, 3])
    func `a decode that changes the picture measures what it was`(_ c: Case, _ part: Int) throws {
        let bytes = try c.fixture.bytes()
        let facts = ImageFacts(reading: bytes.span)
        let size = try facts.header.get().displaySize
        let plan = Plan([
            .downscale(PixelSize(width: size.width / part, height: size.height / part)),
            .encode(.png),
        ])
        let applied = try VipsCodec().apply(plan, to: bytes, as: facts.format, frames: .first)
        expect(applied.decoded.quality, to: c)
    }

    private func expect(_ quality: PictureQuality?, to c: Case) {
        #expect(quality?.contrastLevels == c.contrastLevels)
        #expect((quality?.edgeWidthPixels != nil) == c.isBlurred)
        #expect(quality?.textHeightPixels == c.textHeightPixels)
    }
}
