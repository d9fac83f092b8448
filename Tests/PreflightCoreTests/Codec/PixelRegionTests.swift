import Testing

@testable import PreflightCore

/// The part of a picture where a resize takes most.
struct PixelRegionTests {
    /// A grey picture that is black, with white columns every other pixel within a region.
    private static func picture(
        _ size: PixelSize,
        channelCount: Int = 1,
        striped region: PixelRegion? = nil
    ) -> DecodedPicture {
        var samples: [UInt8] = []
        for y in 0..<size.height {
            for x in 0..<size.width {
                let isWhite = region.map { $0.holds(x, y) && x.isMultiple(of: 2) } ?? false
                samples += Array(repeating: isWhite ? 255 : 0, count: channelCount)
            }
        }
        let layout = DecodedPicture.Layout(
            size: size,
            colorModel: channelCount > 2 ? .rgb : .gray,
            channelCount: channelCount
        )
        return DecodedPicture(layout: layout, samples: samples)
    }

    private static let whole = PixelSize(width: 400, height: 300)
    private static let part = PixelSize(width: 100, height: 50)

    @Test(arguments: [(0, 0), (150, 75), (300, 250), (137, 211)], [1, 3, 4])
    func `the busiest region holds the stripes`(_ place: (x: Int, y: Int), _ channelCount: Int)
        throws
    {
        let stripes = PixelRegion(x: place.x, y: place.y, size: PixelSize(width: 60, height: 30))
        let picture = Self.picture(Self.whole, channelCount: channelCount, striped: stripes)
        let found = try #require(picture.busiestRegion(of: Self.part))
        #expect(found.size == Self.part)
        #expect(found.holds(place.x + 30, place.y + 15))
        #expect(found.x + found.size.width <= 400 && found.y + found.size.height <= 300)
    }

    @Test
    func `of equal regions the first is taken`() {
        let found = Self.picture(Self.whole).busiestRegion(of: Self.part)
        #expect(found == PixelRegion(x: 0, y: 0, size: Self.part))
    }

    @Test(arguments: [(99, 49), (100, 50), (1, 1), (1, 300), (400, 1)])
    func `a region is no larger than its picture`(_ width: Int, _ height: Int) {
        let size = PixelSize(width: width, height: height)
        let found = Self.picture(size).busiestRegion(of: Self.part)
        let expected = PixelSize(width: min(100, width), height: min(50, height))
        #expect(found == PixelRegion(x: 0, y: 0, size: expected))
    }

    @Test
    func `samples that are missing or longer than a byte have no region`() {
        var picture = Self.picture(Self.whole)
        picture.samples.removeLast()
        #expect(picture.busiestRegion(of: Self.part) == nil)
        picture.layout.sampleByteCount = 2
        #expect(picture.busiestRegion(of: Self.part) == nil)
    }

    @Test(arguments: [1, 3, 4])
    func `a part has the samples of its region`(_ channelCount: Int) {
        let region = PixelRegion(x: 3, y: 2, size: PixelSize(width: 4, height: 2))
        let stripes = PixelRegion(x: 0, y: 3, size: PixelSize(width: 400, height: 1))
        let part =
            Self.picture(
                PixelSize(width: 10, height: 6),
                channelCount: channelCount,
                striped: stripes
            )
            .cropped(to: region)
        #expect(part.layout.size == region.size)
        let pixels: [UInt8] = [0, 0, 0, 0, 0, 255, 0, 255]
        #expect(part.samples == pixels.flatMap { Array(repeating: $0, count: channelCount) })
    }
}

extension PixelRegion {
    fileprivate func holds(_ column: Int, _ row: Int) -> Bool {
        (x..<x + size.width).contains(column) && (y..<y + size.height).contains(row)
    }
}
