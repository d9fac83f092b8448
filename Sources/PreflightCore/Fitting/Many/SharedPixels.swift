/// The sizes of pictures that share a number of bytes, before their quality is chosen.
///
/// Pixels that get no bits show nothing, so that pictures are made smaller first, the largest of
/// them, and only then written with less quality.
package enum SharedPixels {
    /// How small and how large one picture may be.
    package struct Range: Sendable, Hashable {
        /// The size that it has.
        package var largest: PixelSize
        /// The size under which detail is lost that the model would see.
        package var smallest: PixelSize
        /// The bytes of its file in the largest size.
        package var byteCount: Int

        /// Creates a range.
        package init(smallest: PixelSize, largest: PixelSize, byteCount: Int) {
            self.smallest = smallest
            self.largest = largest
            self.byteCount = byteCount
        }
    }

    /// The bits that a pixel of most photographs takes in JPEG at a quality of about 85.
    static let usualBitsPerPixel = 1.5

    /// The bytes that most photographs of a size take in JPEG at a quality of about 85.
    package static func usualByteCount(of size: PixelSize) -> Int {
        Int(Double(size.pixelCount) * usualBitsPerPixel / 8)
    }

    /// The part of its present bytes that a picture can do with before it had better be smaller.
    static let sufficientShare = 0.6

    /// The size of each picture: all of its own where they have room, else no more pixels than the
    /// same number for all.
    ///
    /// - Parameters:
    ///   - ranges: The pictures.
    ///   - byteCount: The bytes that they may have together.
    /// - Returns: One size a picture, each within its range; the smallest ones where not even they
    ///   have room.
    package static func sizes(of ranges: [Range], fitting byteCount: Double) -> [PixelSize] {
        func total(_ most: Double) -> Double {
            ranges.reduce(0) { $0 + $1.byteCountWanted(ofPixelsAtMost: most) }
        }
        var exceeds = ranges.map { Double($0.largest.pixelCount) }.max() ?? 0
        guard total(exceeds) > byteCount else { return ranges.map(\.largest) }
        var fits = 0.0
        for _ in 0..<40 {
            let middle = (fits + exceeds) / 2
            if total(middle) <= byteCount { fits = middle } else { exceeds = middle }
        }
        return ranges.map { $0.size(ofPixelsAtMost: fits) }
    }
}

extension SharedPixels.Range {
    /// The bytes that the picture needs in its largest size below a number of pixels.
    ///
    /// A smaller picture has more detail in each pixel, so that the bits of the large one say nothing
    /// of it.
    func byteCountWanted(ofPixelsAtMost most: Double) -> Double {
        let pixelCount = Double(size(ofPixelsAtMost: most).pixelCount)
        return min(
            pixelCount * SharedPixels.usualBitsPerPixel / 8,
            Double(byteCount) * SharedPixels.sufficientShare
        )
    }

    /// The largest size in the range that has no more than so many pixels, or the smallest.
    func size(ofPixelsAtMost most: Double) -> PixelSize {
        guard most < Double(largest.pixelCount) else { return largest }
        guard most > Double(smallest.pixelCount) else { return smallest }
        return largest.scaled(by: (most / Double(largest.pixelCount)).squareRoot())
    }
}
