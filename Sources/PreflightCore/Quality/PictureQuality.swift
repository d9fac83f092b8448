/// How well a picture can be seen, as far as its decode tells.
public struct PictureQuality: Sendable, Hashable {
    /// How far apart the least and the greatest sample are of the channel that varies most, in levels
    /// of 255; what is more than ``contrastLevelsAtMost`` is that.
    public var contrastLevels: Int

    /// How many pixels wide the sharpest edges are; nil where there are too few edges to say.
    public var edgeWidthPixels: Double?

    /// How many pixels high the lower-case letters of most lines of text are; nil where no text is
    /// seen, or none that could be measured.
    public var textHeightPixels: Double?

    /// Creates a measurement.
    public init(
        contrastLevels: Int,
        edgeWidthPixels: Double? = nil,
        textHeightPixels: Double? = nil
    ) {
        self.contrastLevels = contrastLevels
        self.edgeWidthPixels = edgeWidthPixels
        self.textHeightPixels = textHeightPixels
    }

    /// The most levels that are told apart: far more than what is hard to see.
    public static let contrastLevelsAtMost = 64
}

extension PictureQuality {
    /// What is left of it where the picture is scaled by a factor.
    package func scaled(by factor: Double) -> PictureQuality {
        PictureQuality(
            contrastLevels: contrastLevels,
            edgeWidthPixels: edgeWidthPixels.map { $0 * factor },
            textHeightPixels: textHeightPixels.map { $0 * factor }
        )
    }
}
