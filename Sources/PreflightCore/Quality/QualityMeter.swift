/// Measures a picture's quality while its rows are decoded, from top to bottom.
///
/// The contrast is that of all samples. Edges and text are looked for in the first frame, in a part of
/// the tiles that it is laid out in: the same ones for every picture of a size.
package struct QualityMeter: Sendable {
    private let layout: Layout
    private var binner: RowBinner
    private var contrast: ContrastMeter
    private var edges: EdgeMeter
    private var text = TextMeter()
    private var tiles: [LumaTile]
    private var rowCount = 0
    private var frameRowCount = 0

    /// Starts before the first row.
    package init(_ layout: Layout) {
        self.layout = layout
        binner = RowBinner(
            width: layout.size.width,
            channelCount: layout.channelCount,
            factor: layout.binning
        )
        contrast = ContrastMeter(channelCount: layout.channelCount)
        edges = EdgeMeter(of: layout.measuredSize)
        let width = layout.measuredSize.width
        tiles = Array(
            repeating: LumaTile(width: min(width, Self.tileWidth)),
            count: max(1, width / Self.tileWidth)
        )
    }

    /// A line of small text has twenty letters in it, in pixels.
    private static let tileWidth = 256

    /// Four lines of text that is still large on a page, in pixels.
    private static let tileHeight = 128

    /// Pictures of no more tiles are looked at whole; of others an eighth, but no fewer, and at most as
    /// many tiles as are enough of the largest.
    private static let wholeTileCountAtMost = 3
    private static let tileCountAtMost = 40
}

extension QualityMeter {
    /// The shorter side of a picture, in pixels, that shows whether a larger one is sharp.
    ///
    /// In smaller pictures, icons, a gradient is as steep as a blurred edge.
    package static let shortEdgeAtLeast = 180

    /// How rows are made up, and what they are of the file's.
    package struct Layout: Sendable, Hashable {
        /// Pixels in a row, and rows of all frames.
        package var size: PixelSize

        /// Rows of one frame.
        package var frameHeight: Int

        /// The samples of a pixel.
        package var channelCount: Int

        /// How many of the file's pixels are one here, along each side.
        package var shrink: Int

        /// How many pixels are made one before they are measured, along each side.
        package var binning: Int

        /// Creates a layout.
        package init(
            size: PixelSize,
            frameHeight: Int? = nil,
            channelCount: Int,
            shrink: Int = 1,
            binning: Int = 1
        ) {
            self.size = size
            self.frameHeight = frameHeight ?? size.height
            self.channelCount = channelCount
            self.shrink = shrink
            self.binning = binning
        }

        /// The size of what is measured.
        fileprivate var measuredSize: PixelSize {
            PixelSize(width: size.width / binning, height: frameHeight / binning)
        }
    }

    /// Takes the next row, of 8-bit samples.
    package mutating func take(_ row: Span<UInt8>) {
        rowCount += 1
        contrast.take(row)
        guard layout.binning > 1 else { return measure(row) }
        guard binner.take(row) else { return }
        let binned = binner.row
        measure(binned.span)
    }

    /// Whether what is left of a larger picture has little contrast: thin lines, and dots beside each
    /// other, may be gone.
    package var isPerhapsFlat: Bool { layout.shrink > 1 && !contrast.isDone }

    /// What was measured, with lengths in pixels of the file; nil before the last row.
    package var quality: PictureQuality? {
        guard rowCount == layout.size.height else { return nil }
        return PictureQuality(
            contrastLevels: isPerhapsFlat ? PictureQuality.contrastLevelsAtMost : contrast.levels,
            edgeWidthPixels: edges.width,
            textHeightPixels: text.height
        )
        .scaled(by: Double(layout.shrink * layout.binning))
    }

    private mutating func measure(_ row: Span<UInt8>) {
        let height = layout.measuredSize.height
        guard frameRowCount < height else { return }
        let band = frameRowCount / Self.tileHeight
        // Green is most of what lightness is.
        let channel = layout.channelCount >= 3 ? 1 : 0
        for column in tiles.indices where isSampled(column, in: band) {
            let first = column * Self.tileWidth * layout.channelCount + channel
            tiles[column].take(row, from: first, step: layout.channelCount)
        }
        frameRowCount += 1
        if frameRowCount % Self.tileHeight == 0 || frameRowCount == height { finishBand() }
    }

    private mutating func finishBand() {
        for column in tiles.indices where tiles[column].height > 0 {
            text.take(tiles[column])
            edges.take(tiles[column])
            tiles[column].clear()
        }
    }

    private func isSampled(_ column: Int, in band: Int) -> Bool {
        let bandCount = layout.measuredSize.height.dividedRoundingUp(by: Self.tileHeight)
        let count = tiles.count * bandCount
        guard count > Self.wholeTileCountAtMost else { return true }
        let most = min(Self.tileCountAtMost, max(Self.wholeTileCountAtMost, count / 8))
        let distance = count.dividedRoundingUp(by: most)
        // Odd, so that one band's tiles do not lie below another's.
        return (column + band * (distance / 2 | 1)) % distance == 0
    }
}
