import Testing

@testable import PreflightCore

/// The fewest tiles of a picture that a model takes and does not scale.
struct TilePlanTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let size: PixelSize
        let bounds: TileBounds
        /// Columns and rows.
        let grid: (Int, Int)

        init(
            _ description: String,
            _ width: Int,
            _ height: Int,
            _ bounds: TileBounds,
            _ columns: Int,
            _ rows: Int
        ) {
            testDescription = description
            size = PixelSize(width: width, height: height)
            self.bounds = bounds
            grid = (columns, rows)
        }
    }

    private static let claude = TileBounds(targets: [
        ResizeTarget(longEdgePixels: 1_568, pixelCount: 1_150_000)
    ])
    private static let tiled = TileBounds(targets: [
        ResizeTarget(longEdgePixels: 2_048, shortEdgePixels: 768)
    ])
    private static let patched = TileBounds(targets: [
        ResizeTarget(patches: PatchBudget(edgePixels: 32, count: 1_536))
    ])

    static let cases = [
        Case("what fits", 1_000, 1_000, claude, 1, 1),
        Case("a tall page", 1_080, 12_000, claude, 1, 12),
        Case("a wide one", 12_000, 300, claude, 9, 1),
        Case("a narrow one", 200, 3_000, claude, 1, 2),
        Case("a large one", 4_000, 3_000, claude, 3, 4),
        Case("two edges", 768, 4_000, tiled, 1, 3),
        Case("two edges across", 1_600, 2_000, tiled, 1, 3),
        Case("patches", 1_080, 12_000, patched, 1, 9),
        Case(
            "no bounds",
            9_000,
            9_000,
            TileBounds(targets: []),
            1,
            1
        ),
        Case(
            "a shape",
            100,
            1_000,
            TileBounds(targets: [], aspectRatioAtMost: 4),
            1,
            3
        ),
    ]

    @Test(arguments: cases)
    func `a grid`(_ c: Case) throws {
        let grid = try #require(TileGrid(covering: c.size, within: c.bounds))
        #expect((grid.columnCount, grid.rowCount) == c.grid)
    }

    @Test(arguments: cases)
    func `no grid of other columns has fewer tiles`(_ c: Case) {
        for columns in 1..<20 {
            let width = TileSpans.shortest(covering: c.size.width, count: columns)
            guard let height = c.bounds.tallest(ofWidth: width, atMost: c.size.height),
                let rows = TileSpans.fewest(covering: c.size.height, each: height)
            else { continue }
            #expect(columns * rows >= c.grid.0 * c.grid.1)
        }
    }

    @Test(arguments: [(300, 2_000), (2_000, 300), (900, 1_100), (50, 50)])
    func `tiles cover the picture, keep to the bounds and lie as one reads`(
        _ width: Int,
        _ height: Int
    ) throws {
        let bounds = TileBounds(targets: [ResizeTarget(longEdgePixels: 400, pixelCount: 120_000)])
        let picture = Self.picture(width, height)
        let tiles = try #require(TilePlan(of: picture, within: bounds)).tiles
        var isCovered = [Bool](repeating: false, count: width * height)
        for tile in tiles {
            #expect(bounds.hold(tile.size))
            for y in tile.y..<tile.y + tile.size.height {
                for x in tile.x..<tile.x + tile.size.width { isCovered[y * width + x] = true }
            }
        }
        #expect(isCovered.allSatisfy { $0 })
        #expect(tiles == tiles.sorted { ($0.y, $0.x) < ($1.y, $1.x) })
        #expect(Set(tiles).count == tiles.count)
    }

    @Test func `a part has the samples of its place`() {
        let picture = Self.picture(30, 20)
        let part = picture.cropped(
            to: PixelRectangle(x: 4, y: 7, size: PixelSize(width: 5, height: 6))
        )
        #expect(part.layout.size == PixelSize(width: 5, height: 6))
        let expected = (7..<13).flatMap { y in (4..<9).map { x in picture.samples[y * 30 + x] } }
        #expect(part.samples == expected)
    }

    @Test func `a model without a size that it takes gets no tiles`() {
        let bounds = TileBounds(targets: [ResizeTarget(longEdgePixels: 1)])
        #expect(TilePlan(of: Self.picture(10, 10), within: bounds) == nil)
    }

    private static func picture(_ width: Int, _ height: Int) -> DecodedPicture {
        let layout = DecodedPicture.Layout(
            size: PixelSize(width: width, height: height),
            colorModel: .gray,
            channelCount: 1
        )
        let samples: [UInt8] = (0..<height)
            .flatMap { y in (0..<width).map { x in y % 24 < 14 ? UInt8((x * y) % 251) : 255 } }
        return DecodedPicture(layout: layout, samples: samples)
    }
}
