import Fixtures
import ImagePreflight
import PreflightCore
import Testing

/// Every code has a fixture that raises it and a neighbour that does not.
struct FindingCodeFixturesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let code: FindingCode
        let model: String
        let raises: TestInputs
        let spares: TestInputs
        let testDescription: String

        init(
            _ code: FindingCode,
            _ model: String,
            _ name: String,
            raises: TestInputs,
            spares: TestInputs
        ) {
            self.code = code
            self.model = model
            self.raises = raises
            self.spares = spares
            testDescription = "\(code.rawValue) \(model): \(name)"
        }

        init(
            _ code: FindingCode,
            _ model: String = BuiltIn.gpt5,
            raises: Fixture,
            spares: Fixture
        ) {
            self.init(code, model, "\(raises)", raises: .files(raises), spares: .files(spares))
        }
    }

    static let cases = content + pictures + requests

    @Test(arguments: cases)
    func `a fixture raises its code and its neighbour does not`(_ c: Case) async throws {
        let preflight = try Preflight(model: c.model)
        let raised = try await preflight.check(try c.raises.make()).allFindings
        #expect(raised.contains { $0.code == c.code }, "\(raised.map(\.code.rawValue))")
        let spared = try await preflight.check(try c.spares.make()).allFindings
        #expect(!spared.contains { $0.code == c.code }, "\(spared.map(\.message))")
    }

    @Test
    func `every code is listed`() {
        // Bodies raise the first two, HEIFReaderTests the third, LimitFamilyTests the others.
        let elsewhere: Set = [
            FindingCode.unusualBase64, .misplacedImage, .notDecoded, .aspectRatioRefused,
            .edgeTooShort,
            .tooManyPixels, .fileBytesOverLimit, .dataURLTooLong, .tooManyTokens,
        ]
        #expect(Set(Self.cases.map(\.code)).union(elsewhere) == Set(FindingCode.allCases))
    }
}

extension FindingCodeFixturesTests {
    /// IMG1xx.
    private static let content =
        Fixture.foreign.map { Case(.unacceptedFormat, raises: $0, spares: .pngRGB8) }
        + [
            Case(.mislabelled, raises: .namedWrongJpeg, spares: .namedJpeg),
            Case(.mislabelled, raises: .namedWrongPng, spares: .namedUpper),
            Case(.mislabelled, raises: .namedWrongWebp, spares: .webpLossy),
            Case(.mislabelled, raises: .namedWrongGif, spares: .gifStill),
            Case(.mislabelled, raises: .namedWrongJpeg, spares: .namedJpe),
            Case(.mislabelled, raises: .namedWrongJpeg, spares: .namedJfif),
            Case(.mislabelled, raises: .namedWrongPng, spares: .namedApng),
            Case(.mislabelled, raises: .namedWrongPng, spares: .namedOther),
            Case(.mislabelled, raises: .namedWrongPng, spares: .namedNothing),
            Case(.undecodable, raises: .cutJpegHalf, spares: .jpegPhoto),
            Case(.damaged, raises: .cutJpegBeforeEOI, spares: .jpegMark),
            Case(.undecodable, raises: .cutJpegHeader, spares: .jpegMark),
            Case(.undecodable, raises: .cutPngIDAT, spares: .noEndPng),
            Case(.undecodable, raises: .cutPngIHDR, spares: .pngRGB8),
            Case(.damaged, raises: .badCRCIDAT, spares: .pngRGB8),
            Case(.undecodable, raises: .cutGifHalf, spares: .noEndGif),
            Case(.undecodable, raises: .cutGifHeader, spares: .gifStill),
            Case(.undecodable, raises: .cutWebpHalf, spares: .webpLossy),
            Case(.undecodable, raises: .cutWebpHeader, spares: .webpLossy),
            Case(.damaged, raises: .noEndPng, spares: .pngRGB8),
            Case(.damaged, raises: .noEndGif, spares: .gifStill),
            Case(.damaged, raises: .trailingJpeg, spares: .jpegMark),
            Case(.damaged, raises: .trailingJpegSecond, spares: .jpegMark),
            Case(.damaged, raises: .trailingPng, spares: .pngRGB8),
            Case(.damaged, raises: .trailingGif, spares: .gifStill),
            Case(.damaged, raises: .trailingWebp, spares: .webpLossy),
            Case(.damaged, raises: .noEndJpegSecond, spares: .jpegMark),
            Case(.damaged, raises: .noEndJpegProgressive, spares: .jpegProgressive),
            Case(.damaged, raises: .scanHeaderJpeg, spares: .jpegMark),
            Case(.damaged, raises: .adobeJpegRGB, spares: .adobeJpegYcbcr),
            Case(.damaged, raises: .riffSizeWebp, spares: .webpLossy),
            Case(.damaged, raises: .riffPaddingWebp, spares: .webpLossy),
            Case(.damaged, raises: .noDataGif, spares: .gifStill),
            Case(.damaged, raises: .warningJpegSegments, spares: .fillBytesJpeg),
            Case(.damaged, raises: .warningJpegScan, spares: .restartsJpeg),
            Case(.undecodable, raises: .warningJpegTaller, spares: .jpegMark),
            Case(.damaged, raises: .arithmeticJpeg, spares: .jpegMark),
            Case(.damaged, raises: .arithmeticProgressiveJpeg, spares: .jpegProgressive),
            Case(.undecodable, raises: .arithmeticCutJpeg, spares: .arithmeticJpeg),
            Case(.undecodable, raises: .arithmeticZerosJpeg, spares: .arithmeticProgressiveJpeg),
            Case(.undecodable, raises: .arithmeticTallerJpeg, spares: .arithmeticJpeg),
            Case(.damaged, raises: .twoScansJpeg, spares: .jpegProgressive),
            Case(.damaged, raises: .twoScansNoEndJpeg, spares: .jpegProgressive),
            Case(.damaged, raises: .strayEndJpeg, spares: .jpegMark),
            Case(.undecodable, raises: .shorterJpeg, spares: .filledJpeg),
            Case(.damaged, raises: .filledJpeg, spares: .jpegPhoto),
            Case(.damaged, raises: .strayByteJpeg, spares: .fillBytesJpeg),
            Case(.damaged, raises: .shortAdobeJpeg, spares: .adobeJpegYcbcr),
            Case(.undecodable, raises: .zerosWebp, spares: .flatWebp),
            Case(.undecodable, raises: .zerosLosslessWebp, spares: .flatLosslessWebp),
            Case(.damaged, raises: .noFrameApng, spares: .apng2Frames),
            Case(.damaged, raises: .endDataPng, spares: .pngRGB8),
            Case(.undecodable, raises: .zerosPng, spares: .pngRGB8),
            Case(.damaged, raises: .noColorsGif, spares: .gifStill),
            Case(.damaged, raises: .backgroundGif, spares: .gifStill),
            Case(.damaged, raises: .strayEndGif, spares: .gifStill),
            Case(.undecodable, raises: .codeSizeGif, spares: .gifStill),
            Case(.overDecodeGuard, raises: .guard15000x10001, spares: .guard15000x10000),
            Case(.overDecodeGuard, raises: .guard65535Frame, spares: .guard249Frames),
            Case(.headerDisagrees, raises: .disagreeGifFrames, spares: .gif2Frames),
            Case(.headerDisagrees, raises: .disagreeGifFrames, spares: .gifScreen640x480),
            Case(.headerDisagrees, raises: .disagreeGifFrames, spares: .gifScreen641x480),
            Case(.headerDisagrees, raises: .disagreeGifFrames, spares: .gifScreen2048x480),
            Case(.headerDisagrees, raises: .disagreeGifFrames, spares: .gifScreen2049x480),
            Case(.headerDisagrees, raises: .disagreeGifFrames, spares: .gifScreen0x0),
        ] + animations

    private static let animations = [
        (FindingCode.animationRefused, BuiltIn.gpt5), (.animationRefused, BuiltIn.gpt5Mini),
        (.onlyFirstFrameSeen, BuiltIn.claude), (.onlyFirstFrameSeen, BuiltIn.gemma),
        (.onlyFirstFrameSeen, BuiltIn.llama),
    ]
    .flatMap { code, model in
        [
            Case(code, model, raises: .gif2Frames, spares: .gifStillLoop),
            Case(code, model, raises: .gif3Frames, spares: .gifStill),
            Case(code, model, raises: .webp2Frames, spares: .webp1Frame),
            Case(code, model, raises: .apng2Frames, spares: .apngClaims5),
            Case(code, model, raises: .apngHiddenFirst, spares: .apngLateACTL),
        ]
    }

    /// IMG2xx.
    private static let pictures =
        [
            Case(.edgeTooLong, BuiltIn.claude, raises: .size8001x200, spares: .size8000x200),
            Case(.edgeTooLong, BuiltIn.claude, raises: .size200x8001, spares: .size7999x200),
            Case(.edgeTooLong, BuiltIn.claude, raises: .size8001x200, spares: .size2001x200),
            Case(.largerThanLookedAt, BuiltIn.claude, raises: .size1569x700, spares: .size1568x700),
            Case(.largerThanLookedAt, BuiltIn.claude, raises: .size700x1569, spares: .size1567x700),
            Case(
                .largerThanLookedAt,
                BuiltIn.claude,
                raises: .size1151x1000,
                spares: .size1150x1000
            ),
            Case(
                .largerThanLookedAt,
                BuiltIn.claude,
                raises: .size1000x1151,
                spares: .size1150x999
            ),
            Case(.largerThanLookedAt, raises: .size2049x300, spares: .size2048x300),
            Case(.largerThanLookedAt, raises: .size300x2049, spares: .size2047x300),
            Case(.largerThanLookedAt, raises: .size1000x769, spares: .size1000x768),
            Case(.largerThanLookedAt, raises: .size769x1000, spares: .size1000x767),
            Case(
                .largerThanLookedAt,
                BuiltIn.gpt5Mini,
                raises: .size1537x1024,
                spares: .size1536x1024
            ),
            Case(
                .largerThanLookedAt,
                BuiltIn.gpt5Mini,
                raises: .size1024x1537,
                spares: .size1535x1024
            ),
            Case(.tooSmall, BuiltIn.claude, raises: .size199x300, spares: .size200x300),
            Case(.tooSmall, BuiltIn.claude, raises: .size300x199, spares: .size201x300),
            Case(.notUpright, raises: .jpegOrientation6BigEndian, spares: .jpegOrientation0),
            Case(.notUpright, raises: .pngOrientation6, spares: .orientationUpright),
            Case(.notUpright, raises: .pngOrientation6Late, spares: .jpegOrientation9),
            Case(.notUpright, raises: .webpOrientation6, spares: .webpLossless),
            Case(.unusualColor, raises: .jpegCMYK, spares: .jpegMark),
            Case(.unusualColor, raises: .pngRGB16, spares: .pngRGB8),
            Case(.unusualColor, raises: .pngGray16, spares: .pngGray8),
            Case(.unusualColor, raises: .pngRGBA16, spares: .pngRGBAText),
            Case(.unusualColor, raises: .jpegICCAdobeRGB, spares: .jpegICCSrgb),
            Case(.unusualColor, raises: .jpegICCDisplayP3, spares: .jpegICCGray),
            Case(.unusualColor, raises: .jpegICCSplit, spares: .jpegICCSrgb),
            Case(.unusualColor, raises: .pngICCAdobeRGB, spares: .pngICCSrgb),
            Case(.unusualColor, raises: .pngICCDisplayP3, spares: .pngICCGray),
            Case(.unusualColor, raises: .webpICCDisplayP3, spares: .webpICCSrgb),
            Case(.carriesGPS, raises: .jpegGPS, spares: .jpegGPSLatitudeOnly),
            Case(.carriesGPS, raises: .pngGPS, spares: .pngOrientation6),
            Case(.carriesGPS, raises: .webpGPS, spares: .webpOrientation6),
            Case(.hardToSee, raises: .blankWhite, spares: .sharpText),
            Case(.hardToSee, raises: .blankBlack, spares: .pngPaletteClear),
            Case(.hardToSee, raises: .faintText, spares: .pngBits12),
            Case(.hardToSee, raises: .blurredPhoto, spares: .jpegPhoto),
            Case(.hardToSee, BuiltIn.claude, raises: .text7Px, spares: .text14Px),
            Case(.transparent, raises: .pngRGBAText, spares: .pngRGB8),
            Case(.transparent, raises: .pngGrayAlpha, spares: .pngGray8),
            Case(.transparent, raises: .pngPaletteClear, spares: .pngPalette),
            Case(.transparent, raises: .pngRGBClear, spares: .pngRGB8),
            Case(.transparent, raises: .gifClear, spares: .gifStill),
            Case(.transparent, raises: .webpLossyAlpha, spares: .webpLossy),
            Case(.transparent, raises: .webpLosslessAlpha, spares: .webpLossless),
        ] + turned

    private static let turned = [
        Fixture.jpegOrientation2, .jpegOrientation3, .jpegOrientation4, .jpegOrientation5,
        .jpegOrientation6, .jpegOrientation7, .jpegOrientation8,
    ]
    .map { Case(.notUpright, raises: $0, spares: .jpegOrientation1) }

    /// IMG202, IMG3xx and REQ4xx: what depends on the whole request, or on bytes.
    private static let requests = [
        Case(
            .edgeTooLongForCount,
            BuiltIn.claude,
            "21 images and 20",
            raises: .file(.size2001x200, times: 21),
            spares: .file(.size2001x200, times: 20)
        ),
        Case(
            .edgeTooLongForCount,
            BuiltIn.claude,
            "2001 px and 2000",
            raises: .file(.size200x2001, times: 21),
            spares: .file(.size2000x200, times: 21)
        ),
        Case(
            .imageBytesOverLimit,
            BuiltIn.claude,
            "one byte more than fits 5 MiB of base64",
            raises: .png(byteCounts: 3_932_161),
            spares: .png(byteCounts: 3_932_160)
        ),
        Case(
            .tooManyImages,
            BuiltIn.gemma,
            "6 images and 5",
            raises: .file(.pngGray1, times: 6),
            spares: .file(.pngGray1, times: 5)
        ),
        Case(
            .tooManyImages,
            BuiltIn.claude,
            "101 images and 100",
            raises: .file(.pngGray1, times: 101),
            spares: .file(.pngGray1, times: 100)
        ),
        Case(
            .tooManyImages,
            BuiltIn.gpt5,
            "501 images and 500",
            raises: .file(.pngGray1, times: 501),
            spares: .file(.pngGray1, times: 500)
        ),
        Case(
            .requestBytesOverLimit,
            BuiltIn.gemma,
            "files of 10,000,001 bytes and of 10,000,000",
            raises: .png(byteCounts: 5_000_000, 5_000_001),
            spares: .png(byteCounts: 5_000_000, 5_000_000)
        ),
        Case(
            .requestBytesOverLimit,
            BuiltIn.gpt5,
            "a body over 10,000,000 bytes and files that would fit",
            raises: .png(byteCounts: 7_500_000),
            spares: .png(byteCounts: 7_499_000)
        ),
        Case(
            .bodyBytesInConflict,
            BuiltIn.gpt5,
            "a body over 4,000,000 bytes and files that would fit",
            raises: .png(byteCounts: 3_000_000),
            spares: .png(byteCounts: 2_999_000)
        ),
    ]
}
