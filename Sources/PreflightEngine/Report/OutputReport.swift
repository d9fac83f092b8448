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
    /// The report on a prepared image, before it is written; nil where nothing is to be written.
    package init?(on image: NormalisedImage) {
        guard let output = image.output, let original = try? image.facts?.header.get() else {
            return nil
        }
        self.init(on: output, of: original, after: image.plan ?? Plan())
    }

    /// The report on an image of a request; nil where its outcome cannot be read.
    init?(on image: FittingImage) {
        self.init(on: image.output, of: image.header, after: image.plan)
        encodeCount = image.encodeCount
    }

    private init?(
        on output: NormalisedImage.Output,
        of original: ImageHeader,
        after plan: Plan
    ) {
        guard let header = try? output.facts.header.get() else { return nil }
        self.init(
            format: output.facts.format,
            byteCount: output.facts.byteCount,
            size: header.displaySize,
            scaleX: Double(header.displaySize.width) / Double(original.displaySize.width),
            scaleY: Double(header.displaySize.height) / Double(original.displaySize.height),
            quality: plan.encoding?.quality,
            frame: plan.keepsFirstFrameOnly ? 0 : nil
        )
    }
}
