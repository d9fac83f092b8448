import PreflightCore
import RuleTables
import Testing

/// How the six built-in tables bill an image.
struct BuiltInTokensTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let model: String
        let methods: [TokenMethod]
        var testDescription: String { model }

        init(_ model: String, _ methods: TokenMethod...) {
            self.model = model
            self.methods = methods
        }
    }

    static let budget = PatchBudget(edgePixels: 32, count: 1536)

    @Test(arguments: [
        Case("databricks-gemma-3-12b", .fixed(tokenCount: 256)),
        Case(
            "databricks-llama-4-maverick",
            .canvas(
                CanvasTokens(
                    tileEdgePixels: 336,
                    tileCountAtMost: 16,
                    tokenCountPerTile: 144,
                    framingTokenCount: 3
                )
            )
        ),
        Case(
            "databricks-gpt-5",
            .tile(
                TileTokens(
                    baseTokenCount: 70,
                    tokenCountPerTile: 140,
                    tileEdgePixels: 512,
                    longEdgePixels: 2048,
                    shortEdgePixels: 768
                )
            )
        ),
        Case(
            "databricks-gpt-5-mini",
            .patch(PatchTokens(budget: budget, multiplierPercent: 162)),
            .patch(PatchTokens(budget: budget, multiplierPercent: 120))
        ),
        Case(
            "databricks-gpt-5-nano",
            .patch(PatchTokens(budget: budget, multiplierPercent: 246)),
            .patch(PatchTokens(budget: budget, multiplierPercent: 150))
        ),
        Case(
            "databricks-claude-3-7-sonnet",
            .grid(
                GridTokens(cellEdgePixels: 28, longEdgePixels: 1568, tokenCountAtMost: 1568)
            ),
            .area(AreaTokens(pixelsPerToken: 750, tokenCountAtMost: 1600))
        ),
    ])
    func `the methods`(_ c: Case) throws {
        #expect(try BuiltIn.table(c.model).tokens.map(\.method) == c.methods)
    }

    struct Photograph: Sendable, CustomTestStringConvertible {
        let model: String
        let tokenCount: Int
        var testDescription: String { model }
    }

    @Test(arguments: [
        Photograph(model: "databricks-gemma-3-12b", tokenCount: 256),
        Photograph(model: "databricks-llama-4-maverick", tokenCount: 1887),
        Photograph(model: "databricks-gpt-5", tokenCount: 630),
        Photograph(model: "databricks-gpt-5-mini", tokenCount: 2353),
        Photograph(model: "databricks-gpt-5-nano", tokenCount: 3572),
        Photograph(model: "databricks-claude-3-7-sonnet", tokenCount: 1564),
    ])
    func `a photograph of 12 megapixels`(_ c: Photograph) throws {
        let method = try #require(try BuiltIn.table(c.model).tokens.first).method
        #expect(method.tokenCount(for: PixelSize(width: 4032, height: 3024)) == c.tokenCount)
    }

    struct Detail: Sendable, CustomTestStringConvertible {
        let model: String
        /// Tokens of a photograph of 12 megapixels with detail low, and without or with another.
        let low: Int
        let others: Int
        var testDescription: String { model }
    }

    @Test(arguments: [
        Detail(model: "databricks-gemma-3-12b", low: 256, others: 256),
        Detail(model: "databricks-llama-4-maverick", low: 1887, others: 1887),
        Detail(model: "databricks-gpt-5", low: 70, others: 630),
        Detail(model: "databricks-gpt-5-mini", low: 2353, others: 2353),
        Detail(model: "databricks-gpt-5-nano", low: 3572, others: 3572),
        Detail(model: "databricks-claude-3-7-sonnet", low: 1564, others: 1564),
    ])
    func `detail decides where its meaning is known`(_ c: Detail) throws {
        let table = try BuiltIn.table(c.model)
        let size = PixelSize(width: 4032, height: 3024)
        #expect(table.tokenCount(for: size, detail: "low") == c.low)
        for detail in [nil, "high", "auto", "original", "LOW", ""] {
            #expect(table.tokenCount(for: size, detail: detail) == c.others, "\(detail ?? "none")")
        }
        #expect(table.detailNames == ["low", "high", "auto", "original"])
    }

    @Test(arguments: [(4032, 3024), (1920, 1080), (65535, 3), (2200, 3111)])
    func `what fits Claude's target is not resized by its provider`(_ width: Int, _ height: Int)
        throws
    {
        let table = try BuiltIn.table("databricks-claude-3-7-sonnet")
        guard case .grid(let grid) = table.tokens.first?.method else {
            Issue.record("no grid")
            return
        }
        let size = PixelSize(width: width, height: height)
        let fitted = try #require(table.resizeTarget).largestSize(fitting: size)
        #expect(grid.resized(fitted) == fitted)
    }

    /// Tables that state a budget of patches without a condition, and count tokens by one.
    static let budgeted = RuleTables.files.map { String($0.name.dropLast(5)) }
        .filter { name in
            guard let table = try? BuiltIn.table(name), table.resizeTarget?.patches != nil else {
                return false
            }
            return table.limits.filter { $0.code == .largerThanLookedAt }
                .allSatisfy { $0.condition == nil }
        }

    @Test(arguments: budgeted)
    func `a picture is scaled down to the size by which its tokens are counted`(_ name: String)
        throws
    {
        let table = try BuiltIn.table(name)
        let target = try #require(table.resizeTarget)
        for (width, height) in [
            (1920, 1080), (3840, 2160), (4032, 3024), (2200, 3111), (7952, 5304),
        ] {
            let size = PixelSize(width: width, height: height)
            let counted =
                switch table.tokenMethod() {
                case .grid(let grid): grid.resized(size)
                case .patch(let patch): patch.resized(size)
                default: size
                }
            #expect(target.largestSize(fitting: size) == counted, "\(size)")
        }
    }
}
