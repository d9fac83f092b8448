public import PreflightCore

/// One of the tiles that were written in an image's place.
public struct TileReport: Sendable, Equatable {
    /// Where it was written; nil where it was only prepared in memory.
    public var path: String?

    /// Where it lies in the original's display.
    public var rectangle: PixelRectangle

    /// How many pixels of the tile one of the original's display is wide and high; 1 unless too many
    /// bytes made it smaller.
    public var scale: Double

    /// Its length in bytes.
    public var byteCount: Int

    /// The quality that it was written with, 1 to 100; nil where nothing was lost by writing it.
    public var quality: Int?

    /// The tokens that it is billed at; nil where that is not known.
    public var tokenCount: Int?

    /// The number of the request that holds it, from 1; nil where it is in none.
    public var request: Int?
}

extension TileReport {
    /// The report on a tile before it is written; nil for what is none, or cannot be read.
    init?(on image: NormalisedImage, writtenBy encoding: Encoding?) {
        guard let place = image.tile, let header = try? image.output.facts.header.get() else {
            return nil
        }
        self.init(
            rectangle: place.rectangle,
            scale: Double(header.displaySize.width) / Double(place.rectangle.size.width),
            byteCount: image.output.facts.byteCount,
            quality: (image.plan.encoding ?? encoding)?.quality,
            tokenCount: image.tokenCount
        )
    }
}
