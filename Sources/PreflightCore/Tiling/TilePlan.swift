/// The tiles that a picture is cut into.
package struct TilePlan: Sendable, Hashable {
    /// The tiles as one reads: from left to right, then from top to bottom.
    package let tiles: [PixelRectangle]
}

extension TilePlan {
    /// Cuts a picture into the fewest tiles that keep to bounds; nil where none does.
    ///
    /// Where columns would be cut through something, fewer columns are made if half as many tiles
    /// again are enough for that: a line of text goes from one side to the other.
    ///
    /// - Parameters:
    ///   - picture: The picture.
    ///   - bounds: The sizes that are taken and looked at as they are.
    init?(of picture: DecodedPicture, within bounds: TileBounds) {
        let size = picture.layout.size
        guard var grid = TileGrid(covering: size, within: bounds) else { return nil }
        let countAtMost = grid.tileCount + grid.tileCount / 2
        var columns = Self.columns(of: picture, each: grid.width)
        while columns.roughCutCount > 0,
            let wider = TileGrid(
                covering: size,
                within: bounds,
                columnCountAtMost: grid.columnCount - 1
            ), wider.tileCount <= countAtMost
        {
            grid = wider
            columns = Self.columns(of: picture, each: grid.width)
        }
        let width = columns.ranges.map(\.count).max() ?? size.width
        guard let height = bounds.tallest(ofWidth: width, atMost: size.height) else { return nil }
        let rows = Self.spans(of: size.height, each: height) {
            FlatLines(of: picture, along: .rows)
        }
        tiles = rows.ranges.flatMap { row in
            columns.ranges.map { column in
                PixelRectangle(
                    x: column.lowerBound,
                    y: row.lowerBound,
                    size: PixelSize(width: column.count, height: row.count)
                )
            }
        }
    }

    private static func columns(of picture: DecodedPicture, each width: Int) -> TileSpans {
        spans(of: picture.layout.size.width, each: width) {
            FlatLines(of: picture, along: .columns)
        }
    }

    /// One side's spans; the picture is looked through only where the side is cut.
    private static func spans(
        of length: Int,
        each most: Int,
        _ lines: () -> FlatLines
    ) -> TileSpans {
        guard length > most else { return TileSpans(ranges: [0..<length], roughCutCount: 0) }
        return TileSpans(covering: length, each: most, at: CutPlaces(between: lines().isFlat))
    }
}

/// The fewest tiles that cover a picture, in columns and rows.
struct TileGrid: Sendable, Hashable {
    /// The tiles beside each other.
    var columnCount: Int

    /// The tiles above each other.
    var rowCount: Int

    /// The widest tile of which no more rows are needed, in pixels.
    var width: Int

    /// All tiles.
    var tileCount: Int { columnCount * rowCount }
}

extension TileGrid {
    /// Finds the grid, nil where no tile keeps to the bounds; of several, the one with the fewest
    /// columns, which leaves lines whole.
    ///
    /// - Parameters:
    ///   - size: The picture's size.
    ///   - bounds: The sizes that are taken and looked at as they are.
    ///   - columnCountAtMost: The most columns; nil for any.
    init?(covering size: PixelSize, within bounds: TileBounds, columnCountAtMost: Int? = nil) {
        func rowCount(ofWidth width: Int) -> Int? {
            bounds.tallest(ofWidth: width, atMost: size.height)
                .flatMap { TileSpans.fewest(covering: size.height, each: $0) }
        }
        var best: TileGrid?
        let most = min(columnCountAtMost ?? .max, max(1, size.width))
        guard most >= 1 else { return nil }
        for columnCount in 1...most {
            if let best, columnCount >= best.tileCount { break }
            let even = TileSpans.shortest(covering: size.width, count: columnCount)
            guard let rowCount = rowCount(ofWidth: even) else { continue }
            if let best, best.tileCount <= columnCount * rowCount { continue }
            best = TileGrid(columnCount: columnCount, rowCount: rowCount, width: even)
        }
        guard var grid = best else { return nil }
        while grid.columnCount > 1, grid.width < size.width,
            rowCount(ofWidth: grid.width + 1) == grid.rowCount
        {
            grid.width += 1
        }
        self = grid
    }
}
