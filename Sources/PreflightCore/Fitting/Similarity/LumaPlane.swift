/// The lightness of a picture's pixels, which is what similarity is judged by.
public struct LumaPlane: Sendable, Equatable {
    /// The size in pixels.
    public let size: PixelSize

    /// One sample a pixel, row by row, 0 to 255.
    public let samples: [UInt8]

    /// Creates a plane; there are as many samples as pixels.
    public init(size: PixelSize, samples: [UInt8]) {
        self.size = size
        self.samples = samples
    }
}

extension LumaPlane {
    /// The mean structural similarity to a picture of the same size: 1 for the same, towards 0 for
    /// one that has nothing in common; 0 where the sizes differ.
    ///
    /// Windows of 8 × 8 pixels, 4 apart, all samples weighted alike. Source: Wang, Bovik, Sheikh
    /// and Simoncelli, "Image Quality Assessment: From Error Visibility to Structural Similarity",
    /// 2004, equation 13.
    public func similarity(to other: LumaPlane) -> Double {
        guard size == other.size, size.pixelCount == samples.count,
            samples.count == other.samples.count, !samples.isEmpty
        else { return 0 }
        let (one, two) = (samples.span, other.samples.span)
        let (width, height) = (min(8, size.width), min(8, size.height))
        var sum = 0.0
        var count = 0
        for top in stride(from: 0, through: size.height - height, by: 4) {
            for left in stride(from: 0, through: size.width - width, by: 4) {
                var window = SimilarityWindow()
                for row in top..<(top + height) {
                    let start = row * size.width + left
                    for index in start..<(start + width) {
                        window.add(Int(one[index]), Int(two[index]))
                    }
                }
                sum += window.similarity
                count += 1
            }
        }
        return sum / Double(count)
    }
}
