internal import PreflightCore

extension TokenMethod {
    /// The arithmetic as a phrase, with its numbers.
    var phrase: String {
        switch self {
        case .fixed(let tokenCount):
            "\(tokenCount) tokens for every image"
        case .grid(let grid):
            "⌈w/\(grid.cellEdgePixels)⌉·⌈h/\(grid.cellEdgePixels)⌉ after the provider's own resize"
        case .tile(let tile):
            "\(tile.baseTokenCount) and \(tile.tokenCountPerTile) for each tile of "
                + "\(tile.tileEdgePixels) px"
        case .patch(let patch):
            "patches of \(patch.budget.edgePixels) px, at most \(patch.budget.count), times "
                + "\(patch.multiplierPercent) %"
                + (patch.longEdgePixels.map { ", the long edge at most \($0) px" } ?? "")
        case .canvas(let canvas):
            "\(canvas.tokenCountPerTile) for each tile of \(canvas.tileEdgePixels) px, at most "
                + "\(canvas.tileCountAtMost), a global view, and special tokens"
        case .area(let area):
            "w·h/\(area.pixelsPerToken)"
        case .cells(let cells):
            "w·h/\(cells.cellEdgePixels)² after both sides are rounded to whole cells, between "
                + "\(cells.pixelCountAtLeast.grouped) and \(cells.pixelCountAtMost.grouped) pixels"
        case .crop(let crop):
            "\(crop.tokenCountPerCrop) for each crop, whose side is two thirds of the shorter edge; "
                + "one up to \(crop.smallEdgePixels) px"
        case .nearest(let nearest):
            nearest.prices.map { "\($0.size): \($0.tokenCount)" }.joined(separator: ", ")
                + ", whichever is nearest"
        case .unpublished:
            "no formula is published, nothing is counted"
        }
    }
}
