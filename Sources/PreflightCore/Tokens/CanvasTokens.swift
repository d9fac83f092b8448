/// Llama 4: the canvas of square tiles that suits the image best, a global view, special tokens.
///
/// Source: Llama 4's image processor in Hugging Face transformers
/// (https://huggingface.co/docs/transformers/model_doc/llama4).
public struct CanvasTokens: Sendable, Hashable {
    /// A tile's side, in pixels.
    public var tileEdgePixels: Int

    /// The most tiles of a canvas.
    public var tileCountAtMost: Int

    /// Tokens of each tile and of the global view.
    public var tokenCountPerTile: Int

    /// Special tokens of every image: its start, its end, and the image itself.
    public var framingTokenCount: Int

    /// Creates the method from its numbers, each at least 1 except the framing.
    public init(
        tileEdgePixels: Int,
        tileCountAtMost: Int,
        tokenCountPerTile: Int,
        framingTokenCount: Int
    ) {
        self.tileEdgePixels = tileEdgePixels
        self.tileCountAtMost = tileCountAtMost
        self.tokenCountPerTile = tokenCountPerTile
        self.framingTokenCount = framingTokenCount
    }
}

extension CanvasTokens {
    /// The tokens that an image of `displaySize` costs, special tokens included.
    ///
    /// More than one tile brings a global view, and a separator after every tile: between tiles of
    /// a row, and at the end of each row.
    public func tokenCount(for displaySize: PixelSize) -> Int {
        let canvas = bestCanvas(for: displaySize)
        let tileCount = canvas.tileCount
        let isTiled = tileCount > 1
        let views = isTiled ? tileCount + 1 : tileCount
        let separators = isTiled ? tileCount : 0
        return views * tokenCountPerTile + framingTokenCount + separators
    }

    /// The size of the canvas that an image of `displaySize` is fitted into.
    public func canvasSize(for displaySize: PixelSize) -> PixelSize {
        let canvas = bestCanvas(for: displaySize)
        return PixelSize(
            width: canvas.columns * tileEdgePixels,
            height: canvas.rows * tileEdgePixels
        )
    }

    /// The size that an image of `displaySize` has on its canvas, from the upper left corner.
    ///
    /// It keeps its shape and is as large as the canvas holds; a side is enlarged to a tile at most.
    public func resized(_ displaySize: PixelSize) -> PixelSize {
        let canvas = canvasSize(for: displaySize)
        let room = PixelSize(
            width: min(max(displaySize.width, tileEdgePixels), canvas.width),
            height: min(max(displaySize.height, tileEdgePixels), canvas.height)
        )
        let widthDecides =
            Int128(room.width) * Int128(displaySize.height)
            < Int128(room.height) * Int128(displaySize.width)
        let (wanted, given) =
            widthDecides
            ? (room.width, displaySize.width) : (room.height, displaySize.height)
        return PixelSize(
            width: min(
                room.width,
                max(1, displaySize.width.scaledRoundingDown(by: wanted, over: given))
            ),
            height: min(
                room.height,
                max(1, displaySize.height.scaledRoundingDown(by: wanted, over: given))
            )
        )
    }

    private func bestCanvas(for size: PixelSize) -> Canvas {
        var best = Canvas(columns: 1, rows: 1, tileEdgePixels: tileEdgePixels, fitting: size)
        for rows in 1...tileCountAtMost {
            for columns in 1...(tileCountAtMost / rows) {
                let canvas = Canvas(
                    columns: columns,
                    rows: rows,
                    tileEdgePixels: tileEdgePixels,
                    fitting: size
                )
                if canvas.suitsBetter(than: best) { best = canvas }
            }
        }
        return best
    }
}

/// Whole tiles side by side, and the scale at which an image just fits into them.
private struct Canvas {
    let columns: Int
    let rows: Int

    /// The scale as a fraction: canvas pixels over image pixels, along the side that decides.
    let canvasPixels: Int
    let imagePixels: Int

    init(columns: Int, rows: Int, tileEdgePixels: Int, fitting size: PixelSize) {
        self.columns = columns
        self.rows = rows
        let (width, height) = (columns * tileEdgePixels, rows * tileEdgePixels)
        let widthDecides =
            Int128(width) * Int128(size.height) <= Int128(height) * Int128(size.width)
        (canvasPixels, imagePixels) =
            widthDecides ? (width, size.width) : (height, size.height)
    }

    var tileCount: Int { columns * rows }

    private var holdsWholeImage: Bool { canvasPixels >= imagePixels }

    /// A canvas that need not shrink the image beats one that must; among the former the smallest
    /// scale wins, among the latter the largest; of equals the smaller canvas.
    func suitsBetter(than other: Canvas) -> Bool {
        guard holdsWholeImage == other.holdsWholeImage else { return holdsWholeImage }
        let scale = Int128(canvasPixels) * Int128(other.imagePixels)
        let otherScale = Int128(other.canvasPixels) * Int128(imagePixels)
        guard scale != otherScale else { return tileCount < other.tileCount }
        return holdsWholeImage ? scale < otherScale : scale > otherScale
    }
}
