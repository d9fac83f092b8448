import PreflightCore
import Testing

/// What a request's `detail` makes of tokens.
struct DetailTests {
    /// A patch model with a reading for each value (OpenAI, "Images and vision", August 2026).
    static let patches: RuleTable = {
        var table = RuleTable.sample()
        func patch(_ count: Int, edge: Int?) -> TokenMethod {
            .patch(
                PatchTokens(
                    budget: PatchBudget(edgePixels: 32, count: count),
                    longEdgePixels: edge,
                    multiplierPercent: 120
                )
            )
        }
        func detail(_ name: String, _ method: TokenMethod) -> DetailReading {
            DetailReading(name: name, method: method, evidence: .documented, source: "page")
        }
        table.tokens = [
            TokenReading(
                method: patch(2_500, edge: 2_048),
                evidence: .documented,
                source: "page",
                details: [
                    detail("low", patch(6_144, edge: 512)),
                    detail("original", patch(10_000, edge: 6_000)),
                    detail("ultra", .fixed(tokenCount: 2_240)),
                ]
            )
        ]
        return table
    }()

    struct Case: Sendable, CustomTestStringConvertible {
        let size: PixelSize
        let low: Int
        let high: Int
        let original: Int

        init(_ width: Int, _ height: Int, low: Int, high: Int, original: Int) {
            size = PixelSize(width: width, height: height)
            self.low = low
            self.high = high
            self.original = original
        }

        var testDescription: String { "\(size)" }
    }

    @Test(arguments: [
        Case(512, 512, low: 308, high: 308, original: 308),
        Case(513, 512, low: 308, high: 327, original: 327),
        Case(1_920, 1_080, low: 173, high: 2_448, original: 2_448),
        Case(3_840, 2_160, low: 173, high: 2_765, original: 9_792),
        Case(4_032, 3_024, low: 231, high: 2_942, original: 11_868),
        Case(2_200, 3_111, low: 231, high: 2_974, original: 8_115),
        Case(8_000, 6_000, low: 231, high: 2_942, original: 11_868),
    ])
    func `a table of patches bills by detail`(_ c: Case) {
        for size in [c.size, c.size.transposed] {
            #expect(Self.patches.tokenCount(for: size, detail: "low") == c.low)
            #expect(Self.patches.tokenCount(for: size, detail: "original") == c.original)
            for detail in [nil, "high", "auto", "unknown", ""] {
                #expect(Self.patches.tokenCount(for: size, detail: detail) == c.high)
            }
        }
    }

    @Test(arguments: [(2_047, 2_047), (2_048, 2_048), (2_049, 2_048)])
    func `the long edge is kept up to its bound`(_ width: Int, _ kept: Int) {
        let method = PatchTokens(
            budget: PatchBudget(edgePixels: 32, count: 2_500),
            longEdgePixels: 2_048,
            multiplierPercent: 100
        )
        let size = PixelSize(width: width, height: 32)
        #expect(method.resized(size) == PixelSize(width: kept, height: 32))
        #expect(method.resized(size.transposed) == PixelSize(width: 32, height: kept))
    }

    @Test(arguments: hostileSizes)
    func `hostile sizes end within edge and budget`(_ size: PixelSize) {
        for detail in [nil, "low", "original"] {
            let tokens = Self.patches.tokenCount(for: size, detail: detail)
            #expect((1...12_000).contains(tokens ?? 0))
        }
    }

    @Test func `the values of a table come after the common ones, once each`() {
        #expect(Self.patches.detailNames == ["low", "high", "auto", "original", "ultra"])
        #expect(RuleTable.sample().detailNames == RuleTable.commonDetailNames)
    }

    @Test func `a table without a reading counts nothing`() {
        let size = PixelSize(width: 1, height: 1)
        #expect(RuleTable.sample().tokenCount(for: size, detail: "low") == nil)
        #expect(RuleTable.sample().tokenMethod() == nil)
    }
}
