/// The rows that the image data of a frame consist of, each after a byte for its filter (PNG, 7.2
/// and 8.2).
struct PNGRows {
    /// A pass of an interlaced picture, or the one that another picture is.
    private struct Pass {
        let rowCount: Int
        let rowByteCount: Int

        var byteCount: Int { rowCount * rowByteCount }
    }

    private let passes: [Pass]
    private let isInterlaced: Bool

    /// All of their bytes; nil where that is more than can be counted.
    let byteCount: Int?

    /// Counts the rows of a frame of this size in pixels.
    init(_ imageHeader: PNGImageHeader, size: PixelSize) {
        isInterlaced = imageHeader.isInterlaced
        let pixelBitCount = imageHeader.colorType.channelCount * imageHeader.bitDepth
        // 2³¹ columns of 64 bits a pixel leave room for some 2²⁹ rows.
        let (area, isTooLarge) = size.width.multipliedReportingOverflow(by: size.height)
        guard !isTooLarge, area < Int.max / 256 else {
            passes = []
            byteCount = nil
            return
        }
        let grids = isInterlaced ? Self.adam7 : [Grid(x: 0, y: 0, stepX: 1, stepY: 1)]
        passes = grids.map { grid in
            let columnCount = max(0, (size.width - grid.x + grid.stepX - 1) / grid.stepX)
            let rowCount = max(0, (size.height - grid.y + grid.stepY - 1) / grid.stepY)
            guard columnCount > 0 else { return Pass(rowCount: 0, rowByteCount: 1) }
            return Pass(
                rowCount: rowCount,
                rowByteCount: 1 + (columnCount * pixelBitCount + 7) / 8
            )
        }
        byteCount = passes.reduce(0) { $0 + $1.byteCount }
    }

    /// What is missing where the data end after so many bytes, fewer than there should be; a row that
    /// is begun is missing too.
    func missing(after availableByteCount: Int) -> MissingPixels {
        guard isInterlaced else {
            let rowCount = passes.first?.rowCount ?? 0
            let rowByteCount = passes.first?.rowByteCount ?? 1
            let first = min(availableByteCount / rowByteCount, max(rowCount - 1, 0))
            return MissingPixels(.row, from: first, count: rowCount - first, of: rowCount)
        }
        var end = 0
        let whole =
            passes.prefix { pass in
                end += pass.byteCount
                return end <= availableByteCount
            }
            .count
        return MissingPixels(
            .pass,
            from: whole + 1,
            count: passes.count - whole,
            of: passes.count
        )
    }

    /// Where the pixels of a pass lie.
    private struct Grid {
        let x: Int
        let y: Int
        let stepX: Int
        let stepY: Int
    }

    /// The seven passes of Adam7 (PNG, 8.2).
    private static let adam7 = [
        Grid(x: 0, y: 0, stepX: 8, stepY: 8), Grid(x: 4, y: 0, stepX: 8, stepY: 8),
        Grid(x: 0, y: 4, stepX: 4, stepY: 8), Grid(x: 2, y: 0, stepX: 4, stepY: 4),
        Grid(x: 0, y: 2, stepX: 2, stepY: 4), Grid(x: 1, y: 0, stepX: 2, stepY: 2),
        Grid(x: 0, y: 1, stepX: 1, stepY: 2),
    ]
}
