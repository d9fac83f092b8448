import PreflightCore
import Testing

/// Tokens of OpenAI's tile rule, detail high.
struct TileTokensTests {
    /// The tile rule's fixed sides, with the base and the price of a tile.
    static func tile(_ base: Int, _ price: Int) -> TileTokens {
        TileTokens(
            baseTokenCount: base,
            tokenCountPerTile: price,
            tileEdgePixels: 512,
            longEdgePixels: 2048,
            shortEdgePixels: 768
        )
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let width: Int
        let height: Int
        let gpt5: Int
        let gpt4o: Int
        let o1: Int
        let gpt4oMini: Int
        var size: PixelSize { PixelSize(width: width, height: height) }
        var testDescription: String { "\(size)" }
    }

    static let cases = [
        (1, 1, 210, 255, 225, 8500),
        (512, 512, 210, 255, 225, 8500),
        (513, 512, 350, 425, 375, 14167),
        (768, 768, 630, 765, 675, 25501),
        (769, 769, 630, 765, 675, 25501),
        (1024, 1024, 630, 765, 675, 25501),
        (2048, 2048, 630, 765, 675, 25501),
        (1920, 1080, 910, 1105, 975, 36835),
        (2048, 4096, 910, 1105, 975, 36835),
        (4032, 3024, 630, 765, 675, 25501),
        (8000, 6000, 630, 765, 675, 25501),
        (2048, 768, 1190, 1445, 1275, 48169),
    ]
    .map {
        Case(width: $0.0, height: $0.1, gpt5: $0.2, gpt4o: $0.3, o1: $0.4, gpt4oMini: $0.5)
    }

    @Test(arguments: cases)
    func `tiles are counted after two downscales`(_ c: Case) {
        #expect(Self.tile(70, 140).tokenCount(for: c.size) == c.gpt5)
        #expect(Self.tile(85, 170).tokenCount(for: c.size) == c.gpt4o)
        #expect(Self.tile(75, 150).tokenCount(for: c.size) == c.o1)
        #expect(Self.tile(2833, 5667).tokenCount(for: c.size) == c.gpt4oMini)
    }

    @Test(arguments: cases)
    func `a turned image costs the same`(_ c: Case) {
        #expect(Self.tile(70, 140).tokenCount(for: c.size.transposed) == c.gpt5)
    }

    struct Resize: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let input: PixelSize
        let output: PixelSize

        init(_ name: String, _ input: (Int, Int), _ output: (Int, Int)) {
            testDescription = name
            self.input = PixelSize(width: input.0, height: input.1)
            self.output = PixelSize(width: output.0, height: output.1)
        }
    }

    @Test(arguments: [
        Resize("both bounds met exactly", (2048, 768), (2048, 768)),
        Resize("small images are not enlarged", (100, 50), (100, 50)),
        Resize("the short edge one over", (1000, 769), (998, 768)),
        Resize("the long edge one over", (2049, 500), (2048, 499)),
        Resize("the other side is rounded down", (1920, 1080), (1365, 768)),
        Resize("both steps", (2048, 4096), (768, 1536)),
        Resize("never a side of 0", (65535, 1), (2048, 1)),
    ])
    func `the provider's own resize`(_ c: Resize) {
        #expect(Self.tile(70, 140).resized(c.input) == c.output)
        #expect(Self.tile(70, 140).resized(c.input.transposed) == c.output.transposed)
    }

    @Test(arguments: hostileSizes)
    func `hostile sizes end within the bounds`(_ size: PixelSize) {
        let resized = Self.tile(70, 140).resized(size)
        #expect(resized.longEdge <= 2048)
        #expect((1...768).contains(resized.shortEdge))
        #expect((210...1190).contains(Self.tile(70, 140).tokenCount(for: size)))
    }
}
