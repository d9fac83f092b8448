import Testing

@testable import PreflightCore

/// Vendors' own worked examples, and those that their published code gives.
struct OtherTokensTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let method: TokenMethod
        let width: Int
        let height: Int
        let tokens: Int?
        var testDescription: String { "\(width) × \(height): \(tokens.map(String.init) ?? "–")" }

        init(_ method: TokenMethod, _ width: Int, _ height: Int, _ tokens: Int?) {
            (self.method, self.width, self.height, self.tokens) = (method, width, height, tokens)
        }
    }

    static let qwen25 = TokenMethod.cells(
        CellTokens(cellEdgePixels: 28, pixelCountAtLeast: 3_136, pixelCountAtMost: 1_003_520)
    )
    static let qwen25Large = TokenMethod.cells(
        CellTokens(cellEdgePixels: 28, pixelCountAtLeast: 3_136, pixelCountAtMost: 12_845_056)
    )
    static let qwen3 = TokenMethod.cells(
        CellTokens(cellEdgePixels: 32, pixelCountAtLeast: 65_536, pixelCountAtMost: 16_777_216)
    )
    static let gemini = TokenMethod.crop(CropTokens(smallEdgePixels: 384, tokenCountPerCrop: 258))
    static let nova = TokenMethod.nearest(
        NearestTokens(
            prices: [(900, 450, 800), (900, 900, 1_300), (1_400, 900, 1_800)]
                .map { .init(size: PixelSize(width: $0.0, height: $0.1), tokenCount: $0.2) }
        )
    )

    static let cases = [
        Case(qwen25, 200, 200, 49), Case(qwen25, 640, 480, 391), Case(qwen25, 1_024, 1_024, 1_225),
        Case(qwen25, 1_920, 1_080, 1_222), Case(qwen25, 3_840, 2_160, 1_222),
        Case(qwen25, 8_000, 6_000, 1_230),
        Case(qwen25Large, 1_024, 1_024, 1_369), Case(qwen25Large, 1_920, 1_080, 2_691),
        Case(qwen25Large, 3_840, 2_160, 10_549), Case(qwen25Large, 8_000, 6_000, 16_170),
        Case(qwen3, 200, 200, 64), Case(qwen3, 640, 480, 300), Case(qwen3, 1_024, 1_024, 1_024),
        Case(qwen3, 1_920, 1_080, 2_040), Case(qwen3, 3_840, 2_160, 8_160),
        Case(qwen3, 8_000, 6_000, 16_170),
        Case(gemini, 384, 384, 258), Case(gemini, 512, 512, 1_032), Case(gemini, 960, 540, 1_548),
        Case(gemini, 874, 1_240, 1_548), Case(gemini, 1_024, 1_024, 1_032),
        Case(gemini, 1_748, 2_480, 1_548), Case(gemini, 4_032, 3_024, 1_032),
        Case(gemini, 1, 385, 99_330),
        Case(nova, 900, 450, 800), Case(nova, 900, 900, 1_300), Case(nova, 10, 10, 800),
        Case(nova, 5_000, 5_000, 1_800),
        Case(.unpublished, 100, 100, nil),
    ]

    @Test(arguments: cases)
    func `an example`(_ c: Case) {
        let size = PixelSize(width: c.width, height: c.height)
        #expect(c.method.tokenCount(for: size) == c.tokens)
    }

    @Test(arguments: [qwen25, qwen3, gemini, nova])
    func `no size is too large or too small to count`(method: TokenMethod) throws {
        for size in [PixelSize(width: 1, height: 1), PixelSize(width: 1, height: 1_000_000)] {
            #expect(try #require(method.tokenCount(for: size)) >= 1)
        }
        let huge = PixelSize(width: .max, height: .max)
        if case .crop = method { #expect(try #require(method.tokenCount(for: huge)) >= 1) }
    }
}
