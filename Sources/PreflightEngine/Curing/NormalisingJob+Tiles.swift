package import PreflightCore

/// Cutting the picture of an image into tiles.
extension NormalisingJob {
    /// A picture cut into tiles.
    struct Cut {
        /// What was done.
        var plan: Plan

        /// The warnings that stay.
        var unmetRemedies: [UnmetRemedy]

        /// The tiles, in the order in which one reads.
        var tiles: [(place: TilePlace, content: ImageContent)]
    }

    /// Cuts the picture into tiles where the options want that.
    ///
    /// - Returns: The tiles; nil where the picture goes whole.
    /// - Throws: ``PlanRefusal`` where tiles are wanted and cannot be made.
    mutating func cut() throws(PlanRefusal) -> Cut? {
        let (options, imageCount) = (normaliser.options, normaliser.imageCount)
        // How small its letters will be is told by a decode.
        if options.tiling == .auto, table.scalesWholly(image) { decodeUnlessDone() }
        guard table.cuts(image, amongImages: imageCount, by: options.tiling) else { return nil }
        decodeUnlessDone()
        let writing = try table.tilingPlan(for: image, amongImages: imageCount, options: options)
        let picture = try decodedPicture(for: writing)
        let rectangles = try table.tiles(of: picture).tiles
        let plan = writing.cutting(intoTiles: rectangles.count)
        var tiles: [(place: TilePlace, content: ImageContent)] = []
        for (index, rectangle) in rectangles.enumerated() {
            let place = TilePlace(
                number: index + 1,
                count: rectangles.count,
                rectangle: rectangle,
                wholeSize: picture.layout.size
            )
            let bytes = try written(picture.cropped(to: rectangle), by: plan)
            tiles.append((place, ImageContent(bytes: bytes)))
        }
        return Cut(
            plan: plan,
            unmetRemedies: table.unmetRemedies(
                after: plan,
                for: image,
                amongImages: imageCount,
                options: options
            ),
            tiles: tiles
        )
    }
}

/// Which tile of a picture an image is.
package struct TilePlace: Sendable, Hashable {
    /// Its number, from 1, in the order in which one reads.
    package var number: Int

    /// The tiles of the picture.
    package var count: Int

    /// Where it lies in the picture's display.
    package var rectangle: PixelRectangle

    /// The size of the picture as it is displayed, in pixels.
    package var wholeSize: PixelSize
}

extension TilePlace {
    /// What people and models read of it: `part 2 of 5`.
    package var phrase: String { "part \(number) of \(count)" }
}
