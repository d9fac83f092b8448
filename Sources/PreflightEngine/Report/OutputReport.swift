public import PreflightCore

/// What was written in an image's place.
public struct OutputReport: Sendable, Equatable {
    /// Where it was written; nil where it was only prepared in memory.
    public var path: String?

    /// Its format.
    public var format: ImageFormat

    /// Its length in bytes.
    public var byteCount: Int

    /// Its displayed size in pixels, which is also its stored one.
    public var size: PixelSize

    /// How many pixels of the output one of the original's display is wide.
    public var scaleX: Double

    /// How many pixels of the output one of the original's display is high.
    public var scaleY: Double

    /// The quality that it was written with, 1 to 100; nil where nothing was lost by writing it.
    public var quality: Int?

    /// Which frame of an animation it is, counted from 0; nil where no frame was dropped.
    public var frame: Int?

    /// How often the image was encoded on the way; nil where that was not counted.
    public var encodeCount: Int?

    /// The number of the request that holds it, from 1; nil where it is in none.
    public var request: Int?
}

extension OutputReport {
    /// The report on an image before it is written; nil where its outcome cannot be read.
    package init?(on image: NormalisedImage) {
        guard let header = try? image.output.facts.header.get() else { return nil }
        let original = image.header.displaySize
        self.init(
            format: image.output.facts.format,
            byteCount: image.output.facts.byteCount,
            size: header.displaySize,
            scaleX: Double(header.displaySize.width) / Double(original.width),
            scaleY: Double(header.displaySize.height) / Double(original.height),
            quality: image.plan.encoding?.quality,
            frame: image.plan.keepsFirstFrameOnly ? 0 : nil
        )
    }

    /// The report on an image of a request, with how often it was encoded.
    init?(onCounted image: NormalisedImage) {
        self.init(on: image)
        encodeCount = image.encodeCount
    }
}
