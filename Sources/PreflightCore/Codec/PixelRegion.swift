/// A rectangle of a picture, in pixels.
public struct PixelRegion: Sendable, Hashable {
    /// Columns to the left of it.
    public var x: Int

    /// Rows above it.
    public var y: Int

    /// Its size, each side at least 1.
    public var size: PixelSize

    /// Creates a region.
    public init(x: Int, y: Int, size: PixelSize) {
        self.x = x
        self.y = y
        self.size = size
    }
}

extension DecodedPicture {
    private var pixelByteCount: Int { layout.channelCount * layout.sampleByteCount }

    private var rowByteCount: Int { layout.size.width * pixelByteCount }

    /// The part of the picture within a region that lies inside it.
    func cropped(to region: PixelRegion) -> DecodedPicture {
        var part = DecodedPicture(layout: layout, samples: [])
        part.layout.size = region.size
        for row in region.y..<region.y + region.size.height {
            let start = row * rowByteCount + region.x * pixelByteCount
            part.samples += samples[start..<start + region.size.width * pixelByteCount]
        }
        return part
    }

    /// The region with the most and strongest edges between neighbours in a row, where a resize
    /// takes most: letters rather than sky.
    ///
    /// Regions that overlap by half are compared, on every fourth row, so that it takes time linear
    /// in the pixels.
    ///
    /// - Parameter sizeAtMost: The size of the region, in pixels; smaller where the picture is.
    /// - Returns: The first of the busiest; nil for samples of more than a byte.
    func busiestRegion(of sizeAtMost: PixelSize) -> PixelRegion? {
        let size = PixelSize(
            width: min(sizeAtMost.width, layout.size.width),
            height: min(sizeAtMost.height, layout.size.height)
        )
        guard layout.sampleByteCount == 1, layout.byteCount == samples.count,
            size.shortEdge > 0
        else { return nil }
        let columns = Self.places(of: size.width, in: layout.size.width)
        let rows = Self.places(of: size.height, in: layout.size.height)
        var busiest: (region: PixelRegion, edges: Int)?
        for y in rows {
            for x in columns {
                let region = PixelRegion(x: x, y: y, size: size)
                let edges = edges(in: region)
                if edges > busiest?.edges ?? -1 { busiest = (region, edges) }
            }
        }
        return busiest?.region
    }

    /// Where regions begin that cover a length, each half over the next.
    private static func places(of length: Int, in whole: Int) -> [Int] {
        Array(stride(from: 0, to: whole - length, by: max(1, length / 2))) + [whole - length]
    }

    private func edges(in region: PixelRegion) -> Int {
        let span = samples.span
        // Green, or grey: what is seen most.
        let channel = layout.channelCount > 2 ? 1 : 0
        var sum = 0
        for row in stride(from: region.y, to: region.y + region.size.height, by: 4) {
            var place = row * rowByteCount + region.x * pixelByteCount + channel
            var earlier = Int(span[place])
            for _ in 1..<region.size.width {
                place += pixelByteCount
                let sample = Int(span[place])
                let step = abs(sample - earlier)
                if step > Self.noise { sum += step }
                earlier = sample
            }
        }
        return sum
    }

    /// Steps up to this are grain rather than edges.
    private static let noise = 24
}
