/// Cells of a grid, after both sides are rounded to whole cells within a range of areas.
///
/// Source: Qwen2-VL's image processor in Hugging Face transformers, `smart_resize`
/// (https://huggingface.co/docs/transformers/model_doc/qwen2_vl). Its double arithmetic and its
/// rounding of ties to even are followed; small images are enlarged.
public struct CellTokens: Sendable, Hashable {
    /// A cell's side, in pixels.
    public var cellEdgePixels: Int

    /// The smallest area, in pixels; smaller images are enlarged.
    public var pixelCountAtLeast: Int

    /// The largest area, in pixels; larger images are scaled down.
    public var pixelCountAtMost: Int

    /// Creates the method from its numbers, each at least 1.
    public init(cellEdgePixels: Int, pixelCountAtLeast: Int, pixelCountAtMost: Int) {
        self.cellEdgePixels = cellEdgePixels
        self.pixelCountAtLeast = pixelCountAtLeast
        self.pixelCountAtMost = pixelCountAtMost
    }
}

extension CellTokens {
    /// The tokens that an image of `displaySize` costs: the cells of its resized copy.
    public func tokenCount(for displaySize: PixelSize) -> Int {
        let size = resized(displaySize)
        return (size.width / cellEdgePixels)
            .multipliedSaturating(by: size.height / cellEdgePixels)
    }

    /// The size that the processor makes of `size`: whole cells, at least one along each side.
    public func resized(_ size: PixelSize) -> PixelSize {
        let rounded = PixelSize(width: nearest(size.width), height: nearest(size.height))
        let area = Double(size.pixelCount)
        if rounded.pixelCount > pixelCountAtMost {
            let scale = (area / Double(pixelCountAtMost)).squareRoot()
            return cells(of: size) { Int(Double($0) / scale / Double(cellEdgePixels)) }
        }
        guard rounded.pixelCount < pixelCountAtLeast else { return rounded }
        let scale = (Double(pixelCountAtLeast) / area).squareRoot()
        return cells(of: size) { side in
            let count = Double(side) * scale / Double(cellEdgePixels)
            return Int(count) + (Double(Int(count)) < count ? 1 : 0)
        }
    }

    /// The multiple of a cell that is nearest, of two the even one; at least one cell.
    private func nearest(_ side: Int) -> Int {
        let (whole, rest) = side.quotientAndRemainder(dividingBy: cellEdgePixels)
        let roundsUp =
            2 * rest > cellEdgePixels || (2 * rest == cellEdgePixels && !whole.isMultiple(of: 2))
        return max(1, whole + (roundsUp ? 1 : 0)) * cellEdgePixels
    }

    private func cells(of size: PixelSize, _ count: (Int) -> Int) -> PixelSize {
        PixelSize(
            width: max(1, count(size.width)) * cellEdgePixels,
            height: max(1, count(size.height)) * cellEdgePixels
        )
    }
}
