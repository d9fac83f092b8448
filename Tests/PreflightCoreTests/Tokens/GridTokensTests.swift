import PreflightCore
import Testing

/// Sizes and tokens from Anthropic's page and from its published algorithm.
struct GridTokensTests {
    static let standard = GridTokens(
        cellEdgePixels: 28,
        longEdgePixels: 1568,
        tokenCountAtMost: 1568
    )
    static let highResolution = GridTokens(
        cellEdgePixels: 28,
        longEdgePixels: 2576,
        tokenCountAtMost: 4784
    )

    struct Case: Sendable, CustomTestStringConvertible {
        let input: PixelSize
        let standard: (size: PixelSize, tokens: Int)
        let highResolution: (size: PixelSize, tokens: Int)

        /// Sides, then the size and the tokens under either tier; nil for a size that is kept.
        init(
            _ width: Int,
            _ height: Int,
            _ standard: ((Int, Int)?, Int),
            _ highResolution: ((Int, Int)?, Int)
        ) {
            let input = PixelSize(width: width, height: height)
            func size(_ sides: (Int, Int)?) -> PixelSize {
                sides.map { PixelSize(width: $0.0, height: $0.1) } ?? input
            }
            self.input = input
            self.standard = (size(standard.0), standard.1)
            self.highResolution = (size(highResolution.0), highResolution.1)
        }

        var testDescription: String { "\(input)" }
    }

    static let cases = [
        Case(1, 1, (nil, 1), (nil, 1)),
        Case(28, 28, (nil, 1), (nil, 1)),
        Case(29, 29, (nil, 4), (nil, 4)),
        Case(200, 200, (nil, 64), (nil, 64)),
        Case(874, 1240, (nil, 1440), (nil, 1440)),
        Case(1000, 1000, (nil, 1296), (nil, 1296)),
        Case(1092, 1092, (nil, 1521), (nil, 1521)),
        Case(784, 1568, (nil, 1568), (nil, 1568)),
        Case(896, 1344, (nil, 1536), (nil, 1536)),
        Case(951, 1268, (nil, 1564), (nil, 1564)),
        Case(819, 1456, (nil, 1560), (nil, 1560)),
        Case(1568, 784, (nil, 1568), (nil, 1568)),
        Case(1569, 784, ((1568, 784), 1568), (nil, 1596)),
        Case(1280, 720, (nil, 1196), (nil, 1196)),
        Case(1457, 820, ((1456, 819), 1560), (nil, 1590)),
        Case(1920, 1080, ((1456, 819), 1560), (nil, 2691)),
        // The page's table rounds half up here (1269 × 952); the algorithm, half to even.
        Case(2000, 1500, ((1270, 952), 1564), (nil, 3888)),
        Case(2560, 1440, ((1456, 819), 1560), (nil, 4784)),
        Case(3840, 2160, ((1456, 819), 1560), ((2576, 1449), 4784)),
        Case(1075, 1520, ((924, 1307), 1551), (nil, 2145)),
        Case(1540, 1008, ((1369, 896), 1568), (nil, 1980)),
        Case(1120, 1120, ((1092, 1092), 1521), (nil, 1600)),
        Case(1568, 1568, ((1092, 1092), 1521), (nil, 3136)),
        Case(2000, 2000, ((1092, 1092), 1521), ((1932, 1932), 4761)),
        Case(2576, 2576, ((1092, 1092), 1521), ((1932, 1932), 4761)),
        Case(1569, 100, ((1568, 100), 224), (nil, 228)),
        Case(3000, 200, ((1568, 105), 224), ((2576, 172), 644)),
        Case(8000, 1, ((1568, 1), 56), ((2576, 1), 92)),
        Case(1, 8000, ((1, 1568), 56), ((1, 2576), 92)),
        Case(4032, 3024, ((1270, 952), 1564), ((2212, 1659), 4740)),
        Case(8000, 6000, ((1270, 952), 1564), ((2212, 1659), 4740)),
        Case(3024, 4032, ((952, 1270), 1564), ((1659, 2212), 4740)),
        Case(2200, 3111, ((924, 1307), 1551), ((1624, 2296), 4756)),
        Case(1748, 2480, ((924, 1311), 1551), ((1618, 2296), 4756)),
        Case(7952, 5304, ((1344, 896), 1536), ((2351, 1568), 4704)),
    ]

    @Test(arguments: cases)
    func `the standard tier resizes and counts`(_ c: Case) {
        #expect(Self.standard.resized(c.input) == c.standard.size)
        #expect(Self.standard.tokenCount(for: c.input) == c.standard.tokens)
    }

    @Test(arguments: cases)
    func `the high-resolution tier resizes and counts`(_ c: Case) {
        #expect(Self.highResolution.resized(c.input) == c.highResolution.size)
        #expect(Self.highResolution.tokenCount(for: c.input) == c.highResolution.tokens)
    }

    @Test(arguments: cases)
    func `what a picture is scaled down to is what the provider makes of it`(_ c: Case) {
        for (tier, expected) in [
            (Self.standard, c.standard), (Self.highResolution, c.highResolution),
        ] {
            let target = ResizeTarget(
                longEdgePixels: tier.longEdgePixels,
                patches: PatchBudget(
                    edgePixels: tier.cellEdgePixels,
                    count: tier.tokenCountAtMost,
                    resize: .widest
                )
            )
            #expect(target.largestSize(fitting: c.input) == expected.size)
            #expect(target.isMet(by: expected.size))
        }
    }

    @Test(arguments: hostileSizes)
    func `hostile sizes end within the bounds`(_ size: PixelSize) {
        let resized = Self.standard.resized(size)
        #expect(resized.longEdge <= 1568)
        #expect(resized.shortEdge >= 1)
        #expect((1...1568).contains(Self.standard.tokenCount(for: size)))
    }
}
