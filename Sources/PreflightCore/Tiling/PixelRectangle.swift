/// A part of a picture, in pixels of its display.
public struct PixelRectangle: Sendable, Hashable {
    /// The columns left of it.
    public var x: Int

    /// The rows above it.
    public var y: Int

    /// Its width and height.
    public var size: PixelSize

    /// Creates a part from its upper left corner and its size, all in pixels and not negative.
    public init(x: Int, y: Int, size: PixelSize) {
        self.x = x
        self.y = y
        self.size = size
    }
}

extension DecodedPicture {
    /// A part of the picture.
    ///
    /// - Parameter rectangle: The part, which lies within the picture.
    /// - Returns: The part with samples of the same kind.
    package func cropped(to rectangle: PixelRectangle) -> DecodedPicture {
        let pixelByteCount = layout.channelCount * layout.sampleByteCount
        let rowByteCount = layout.size.width * pixelByteCount
        var part = DecodedPicture(layout: layout, samples: [])
        part.layout.size = rectangle.size
        part.samples.reserveCapacity(part.layout.byteCount)
        for row in rectangle.y..<rectangle.y + rectangle.size.height {
            let start = row * rowByteCount + rectangle.x * pixelByteCount
            part.samples += samples[start..<start + rectangle.size.width * pixelByteCount]
        }
        return part
    }
}
