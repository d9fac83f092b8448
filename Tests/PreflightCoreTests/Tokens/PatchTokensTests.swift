import PreflightCore
import Testing

/// Patches and tokens of OpenAI's patch rule, detail high.
struct PatchTokensTests {
    static func patch(_ percent: Int, budget: Int = 1536) -> PatchTokens {
        PatchTokens(
            budget: PatchBudget(edgePixels: 32, count: budget),
            multiplierPercent: percent
        )
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let input: PixelSize
        let output: PixelSize
        let patches: Int
        /// Tokens by multiplier, in hundredths.
        let tokens: [Int: Int]

        init(
            _ width: Int,
            _ height: Int,
            to output: (Int, Int)? = nil,
            patches: Int,
            _ tokens: [Int: Int]
        ) {
            input = PixelSize(width: width, height: height)
            self.output = output.map { PixelSize(width: $0.0, height: $0.1) } ?? input
            self.patches = patches
            self.tokens = tokens
        }

        var testDescription: String { "\(input)" }
    }

    static let cases = [
        Case(1, 1, patches: 1, [162: 2, 246: 3, 172: 2, 120: 2, 150: 2]),
        Case(32, 32, patches: 1, [162: 2, 246: 3, 172: 2, 120: 2, 150: 2]),
        Case(33, 33, patches: 4, [162: 7, 246: 10, 172: 7, 120: 5, 150: 6]),
        Case(640, 480, patches: 300, [162: 486, 246: 738, 172: 516, 120: 360, 150: 450]),
        Case(874, 1240, patches: 1092, [162: 1770, 246: 2687, 172: 1879, 120: 1311, 150: 1638]),
        Case(1024, 1024, patches: 1024, [162: 1659, 246: 2520, 172: 1762, 120: 1229, 150: 1536]),
        Case(1248, 1248, patches: 1521, [162: 2465, 246: 3742, 172: 2617, 120: 1826, 150: 2282]),
        Case(1280, 1280, to: (1248, 1248), patches: 1521, [162: 2465, 246: 3742, 172: 2617]),
        Case(
            1800,
            2400,
            to: (1056, 1408),
            patches: 1452,
            [162: 2353, 246: 3572, 172: 2498, 120: 1743, 150: 2178]
        ),
        Case(
            4032,
            3024,
            to: (1408, 1056),
            patches: 1452,
            [162: 2353, 246: 3572, 172: 2498, 120: 1743, 150: 2178]
        ),
        Case(
            8000,
            6000,
            to: (1408, 1056),
            patches: 1452,
            [162: 2353, 246: 3572, 172: 2498, 120: 1743, 150: 2178]
        ),
        Case(
            1920,
            1080,
            to: (1649, 928),
            patches: 1508,
            [162: 2443, 246: 3710, 172: 2594, 120: 1810, 150: 2262]
        ),
        Case(
            3840,
            2160,
            to: (1649, 928),
            patches: 1508,
            [162: 2443, 246: 3710, 172: 2594, 120: 1810, 150: 2262]
        ),
        Case(
            2200,
            3111,
            to: (1024, 1448),
            patches: 1472,
            [162: 2385, 246: 3622, 172: 2532, 120: 1767, 150: 2208]
        ),
    ]

    @Test(arguments: cases)
    func `patches fill the budget and are multiplied`(_ c: Case) {
        let method = Self.patch(100)
        #expect(method.resized(c.input) == c.output)
        #expect(method.tokenCount(for: c.input) == c.patches)
        for (percent, tokens) in c.tokens {
            #expect(Self.patch(percent).tokenCount(for: c.input) == tokens, "×\(percent) %")
        }
    }

    @Test(arguments: cases)
    func `a turned image costs the same`(_ c: Case) {
        #expect(Self.patch(100).resized(c.input.transposed) == c.output.transposed)
    }

    struct Budget: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let size: PixelSize
        let budget: Int
        let output: PixelSize
        let tokens: Int

        init(
            _ name: String,
            _ size: (Int, Int),
            budget: Int,
            _ output: (Int, Int),
            tokens: Int
        ) {
            testDescription = name
            self.size = PixelSize(width: size.0, height: size.1)
            self.budget = budget
            self.output = PixelSize(width: output.0, height: output.1)
            self.tokens = tokens
        }
    }

    @Test(arguments: [
        // ⌊√2500⌋ = 50 exactly: a rounding error of the square root would lose a row.
        Budget("a whole square root", (2048, 2048), budget: 2500, (1600, 1600), tokens: 3000),
        Budget("within a wider budget", (1024, 1024), budget: 2500, (1024, 1024), tokens: 1229),
        Budget("exactly the budget", (1536, 1024), budget: 1536, (1536, 1024), tokens: 1844),
        Budget("one column over", (1537, 1024), budget: 1536, (1488, 992), tokens: 1749),
        Budget("one column under", (1504, 1024), budget: 1536, (1504, 1024), tokens: 1805),
        Budget("a slender image in budget", (8000, 1), budget: 1536, (8000, 1), tokens: 300),
        Budget("nothing is left but a pixel", (65535, 1), budget: 1536, (1, 1), tokens: 2),
    ])
    func `budgets`(_ c: Budget) {
        let method = Self.patch(120, budget: c.budget)
        #expect(method.resized(c.size) == c.output)
        #expect(method.tokenCount(for: c.size) == c.tokens)
    }

    @Test(arguments: hostileSizes)
    func `hostile sizes end within the budget`(_ size: PixelSize) {
        let resized = Self.patch(162).resized(size)
        #expect(resized.shortEdge >= 1)
        #expect((1...2489).contains(Self.patch(162).tokenCount(for: size)))
    }
}
