/// The tiles that a picture is cut into.
package struct TilePlan: Sendable, Hashable {
    /// The tiles as one reads: from left to right, then from top to bottom.
    package let tiles: [PixelRectangle]
}

extension TilePlan {
    /// Cuts a picture into the fewest tiles that keep to bounds; nil where none does.
    ///
    /// - Parameters:
    ///   - picture: The picture.
    ///   - bounds: The sizes that are taken and looked at as they are.
    init?(of picture: DecodedPicture, within bounds: TileBounds) {
        let size = picture.layout.size
        guard let grid = TileGrid(covering: size, within: bounds) else { return nil }
        let columns = Self.spans(of: size.width, each: grid.width) {
            FlatLines(of: picture, along: .columns)
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
}

extension TileGrid {
    /// Finds the grid; of several, the one with the fewest columns, which leaves lines whole.
    ///
    /// - Returns: The grid; nil where no tile keeps to the bounds.
    init?(covering size: PixelSize, within bounds: TileBounds) {
        func rowCount(ofWidth width: Int) -> Int? {
            bounds.tallest(ofWidth: width, atMost: size.height)
                .flatMap { TileSpans.fewest(covering: size.height, each: $0) }
        }
        var best: TileGrid?
        for columnCount in 1...max(1, size.width) {
            if let best, columnCount >= best.columnCount * best.rowCount { break }
            let even = TileSpans.shortest(covering: size.width, count: columnCount)
            guard let rowCount = rowCount(ofWidth: even) else { continue }
            if let best, best.columnCount * best.rowCount <= columnCount * rowCount { continue }
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
