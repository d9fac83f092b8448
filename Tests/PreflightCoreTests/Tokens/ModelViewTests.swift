import PreflightCore
import Testing

/// What a model has before it of an image: the size after the resize, and its pieces.
struct ModelViewTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let method: TokenMethod
        let size: PixelSize
        let seen: PixelSize
        /// The side of a piece, columns and rows.
        let pieces: [Int]

        init(
            _ name: String,
            _ method: TokenMethod,
            _ size: (Int, Int),
            _ seen: (Int, Int),
            _ pieces: [Int]
        ) {
            self.name = name
            self.method = method
            self.size = PixelSize(width: size.0, height: size.1)
            self.seen = PixelSize(width: seen.0, height: seen.1)
            self.pieces = pieces
        }

        var testDescription: String { "\(name) of \(size)" }
    }

    static let grid = TokenMethod.grid(
        GridTokens(cellEdgePixels: 28, longEdgePixels: 1568, tokenCountAtMost: 1568)
    )
    static let tile = TokenMethod.tile(
        TileTokens(
            baseTokenCount: 70,
            tokenCountPerTile: 140,
            tileEdgePixels: 512,
            longEdgePixels: 2048,
            shortEdgePixels: 768
        )
    )
    static let patch = TokenMethod.patch(
        PatchTokens(budget: PatchBudget(edgePixels: 32, count: 1536), multiplierPercent: 100)
    )
    static let cells = TokenMethod.cells(
        CellTokens(cellEdgePixels: 28, pixelCountAtLeast: 3_136, pixelCountAtMost: 1_003_520)
    )
    static let crop = TokenMethod.crop(CropTokens(smallEdgePixels: 384, tokenCountPerCrop: 258))
    static let canvas = TokenMethod.canvas(
        CanvasTokens(
            tileEdgePixels: 336,
            tileCountAtMost: 16,
            tokenCountPerTile: 144,
            framingTokenCount: 3
        )
    )

    @Test(arguments: [
        Case("grid", grid, (559, 28), (559, 28), [28, 20, 1]),
        Case("grid", grid, (560, 28), (560, 28), [28, 20, 1]),
        Case("grid", grid, (561, 29), (561, 29), [28, 21, 2]),
        Case("tile", tile, (511, 512), (511, 512), [512, 1, 1]),
        Case("tile", tile, (512, 512), (512, 512), [512, 1, 1]),
        Case("tile", tile, (513, 512), (513, 512), [512, 2, 1]),
        Case("tile", tile, (4_000, 3_000), (1_024, 768), [512, 2, 2]),
        Case("patch", patch, (1_023, 1_024), (1_023, 1_024), [32, 32, 32]),
        Case("patch", patch, (2_048, 2_048), (1_248, 1_248), [32, 39, 39]),
        Case("cells", cells, (100, 100), (112, 112), [28, 4, 4]),
        Case("cells", cells, (10, 10), (56, 56), [28, 2, 2]),
        Case("crop", crop, (384, 100), (384, 100), [384, 1, 1]),
        Case("crop", crop, (385, 100), (385, 100), [66, 6, 2]),
        Case("crop", crop, (960, 540), (960, 540), [360, 3, 2]),
        Case("canvas", canvas, (200, 100), (336, 168), [336, 1, 1]),
        Case("canvas", canvas, (336, 336), (336, 336), [336, 1, 1]),
        Case("canvas", canvas, (640, 480), (640, 480), [336, 2, 2]),
        Case("canvas", canvas, (3_840, 2_160), (1_680, 945), [336, 5, 3]),
    ])
    func `the size and its pieces`(_ c: Case) throws {
        let view = try #require(Self.table(c.method).view(of: c.size))
        #expect(view.size == c.seen)
        #expect(view.grid.map { [$0.edgePixels, $0.columns, $0.rows] } == c.pieces)
    }

    @Test(arguments: [grid, patch, cells], hostileSizes)
    func `an image costs what it is cut into`(_ method: TokenMethod, _ size: PixelSize) throws {
        let grid = try #require(Self.table(method).view(of: size)?.grid)
        #expect(
            method.tokenCount(for: size) == grid.columns.multipliedSaturating(by: grid.rows)
        )
    }

    @Test(arguments: [grid, tile, patch, cells, crop, canvas], hostileSizes)
    func `the pieces cover the picture, also of hostile sizes`(
        _ method: TokenMethod,
        _ size: PixelSize
    ) throws {
        let view = try #require(Self.table(method).view(of: size))
        let covered = try #require(view.grid?.coveredSize)
        #expect(view.size.width >= 1 && view.size.height >= 1)
        #expect(covered.width >= view.size.width && covered.height >= view.size.height)
    }

    @Test(arguments: [
        TokenMethod.fixed(tokenCount: 256), .unpublished,
        .area(AreaTokens(pixelsPerToken: 750)),
    ])
    func `without pieces the view is what the table says is looked at`(_ method: TokenMethod) {
        let size = PixelSize(width: 3_000, height: 2_000)
        #expect(Self.table(method).view(of: size) == nil)
        let table = Self.table(method, lookingAt: ResizeTarget(longEdgePixels: 1_500))
        #expect(table.view(of: size) == ModelView(size: PixelSize(width: 1_500, height: 1_000)))
    }

    @Test(arguments: [
        Case("under the area", grid, (1_000, 1_150), (1_000, 1_150), [28, 36, 42]),
        Case("over the area alone", grid, (1_000, 1_151), (999, 1_150), [28, 36, 42]),
        Case("over both", grid, (2_000, 1_500), (1_238, 928), [28, 45, 34]),
        Case("a square over both", grid, (3_000, 3_000), (1_072, 1_072), [28, 39, 39]),
        Case("taller than wide", grid, (2_400, 3_200), (928, 1_238), [28, 34, 45]),
    ])
    func `what is looked at bounds what tokens are counted by`(_ c: Case) throws {
        let target = ResizeTarget(longEdgePixels: 1_568, pixelCount: 1_150_000)
        let table = Self.table(c.method, lookingAt: target)
        let view = try #require(table.view(of: c.size))
        #expect(view.size == c.seen)
        #expect(view.grid.map { [$0.edgePixels, $0.columns, $0.rows] } == c.pieces)
        #expect(view.size == target.largestSize(fitting: c.size))
        let counted = Self.table(c.method).view(of: c.size)?.size
        #expect(view.countedSize == (counted == view.size ? nil : counted))
    }

    @Test
    func `a detail with a fixed price has a resize that nobody publishes`() {
        let size = PixelSize(width: 3_000, height: 2_000)
        var table = Self.table(Self.tile, lookingAt: ResizeTarget(longEdgePixels: 1_500))
        table.tokens[0].details = [
            DetailReading(
                name: "low",
                method: .fixed(tokenCount: 70),
                evidence: .documented,
                source: "page"
            )
        ]
        #expect(table.view(of: size, detail: "low") == nil)
        #expect(table.view(of: size, detail: "high") == table.view(of: size))
        #expect(table.view(of: size)?.size == PixelSize(width: 1_152, height: 768))
    }

    private static func table(
        _ method: TokenMethod,
        lookingAt target: ResizeTarget? = nil
    ) -> RuleTable {
        RuleTable(
            name: "model",
            title: "Model",
            provider: "Provider",
            verifiedOn: "2026-01-02",
            sources: [:],
            limits: target.map {
                [
                    Limit(
                        code: .largerThanLookedAt,
                        measure: .displaySize,
                        bound: .within($0),
                        evidence: .documented,
                        source: "page"
                    )
                ]
            } ?? [],
            tokens: [TokenReading(method: method, evidence: .documented, source: "page")],
            advice: Advice(pictures: [], weaknesses: [])
        )
    }
}
