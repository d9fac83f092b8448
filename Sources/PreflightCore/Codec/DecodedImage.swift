/// What a decoder measured while it read every pixel that was asked for.
public struct DecodedImage: Sendable, Equatable {
    /// The stored size in pixels, before EXIF orientation; of an animation, the canvas.
    public var size: PixelSize

    /// The frames that the decoder counts; always 1 where it knows no animation of that format.
    public var frameCount: Int

    /// What the decoder complained of although it went on; nil for a file in order.
    public var damage: String?

    /// Creates a measurement.
    public init(size: PixelSize, frameCount: Int, damage: String? = nil) {
        self.size = size
        self.frameCount = frameCount
        self.damage = damage
    }
}
