import PreflightCore
import Testing

/// Canvases and tokens of Llama 4's image processor.
struct CanvasTokensTests {
    static let llama4 = CanvasTokens(
        tileEdgePixels: 336,
        tileCountAtMost: 16,
        tokenCountPerTile: 144,
        framingTokenCount: 3
    )

    struct Case: Sendable, CustomTestStringConvertible {
        let size: PixelSize
        let canvas: PixelSize
        let tokens: Int

        init(_ size: (Int, Int), _ canvas: (Int, Int), _ tokens: Int) {
            self.size = PixelSize(width: size.0, height: size.1)
            self.canvas = PixelSize(width: canvas.0, height: canvas.1)
            self.tokens = tokens
        }

        var testDescription: String { "\(size)" }
    }

    @Test(arguments: [
        Case((200, 200), (336, 336), 147),
        Case((336, 336), (336, 336), 147),
        Case((337, 336), (672, 336), 437),
        Case((672, 336), (672, 336), 437),
        Case((100, 1000), (336, 1008), 582),
        Case((640, 480), (672, 672), 727),
        Case((800, 600), (1008, 672), 1017),
        Case((2000, 1500), (1344, 1008), 1887),
        Case((512, 2048), (672, 2352), 2177),
        Case((1920, 1080), (1680, 1008), 2322),
        Case((3840, 2160), (1680, 1008), 2322),
        Case((1024, 1024), (1344, 1344), 2467),
        Case((1344, 1344), (1344, 1344), 2467),
        Case((8000, 8000), (1344, 1344), 2467),
        Case((5376, 336), (5376, 336), 2467),
    ])
    func `the best canvas and its tokens`(_ c: Case) {
        #expect(Self.llama4.canvasSize(for: c.size) == c.canvas)
        #expect(Self.llama4.tokenCount(for: c.size) == c.tokens)
        #expect(Self.llama4.canvasSize(for: c.size.transposed) == c.canvas.transposed)
    }

    @Test(arguments: hostileSizes)
    func `hostile sizes get a canvas`(_ size: PixelSize) {
        #expect((147...2467).contains(Self.llama4.tokenCount(for: size)))
    }
}
