/// The arithmetic by which an image becomes tokens; the numbers come from a model's table.
public enum TokenMethod: Sendable, Hashable {
    /// The same for every image.
    case fixed(tokenCount: Int)
    /// Cells of a grid laid over the image after the provider's own resize.
    case grid(GridTokens)
    /// A base and a price for each tile, after two downscales.
    case tile(TileTokens)
    /// Patches within a budget, times a multiplier.
    case patch(PatchTokens)
    /// Llama 4: the best-fitting canvas of tiles, a global view, and special tokens.
    case canvas(CanvasTokens)
    /// Pixels divided by a constant.
    case area(AreaTokens)
    /// Whole cells within a range of areas; small images are enlarged.
    case cells(CellTokens)
    /// Crops whose side follows the shorter edge.
    case crop(CropTokens)
    /// The price of the size that is nearest in a list.
    case nearest(NearestTokens)
    /// Nothing that is published; nothing is counted.
    case unpublished
}

extension TokenMethod {
    /// The tokens that an image of `displaySize` costs, both sides at least 1; nil where no formula
    /// is published.
    public func tokenCount(for displaySize: PixelSize) -> Int? {
        switch self {
        case .fixed(let tokenCount): tokenCount
        case .grid(let grid): grid.tokenCount(for: displaySize)
        case .tile(let tile): tile.tokenCount(for: displaySize)
        case .patch(let patch): patch.tokenCount(for: displaySize)
        case .canvas(let canvas): canvas.tokenCount(for: displaySize)
        case .area(let area): area.tokenCount(for: displaySize)
        case .cells(let cells): cells.tokenCount(for: displaySize)
        case .crop(let crop): crop.tokenCount(for: displaySize)
        case .nearest(let nearest): nearest.tokenCount(for: displaySize)
        case .unpublished: nil
        }
    }
}
