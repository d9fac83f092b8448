import PreflightCore
import Testing

/// Pictures become smaller together, the largest first, and never too small.
struct SharedPixelsTests {
    private static func range(
        _ largest: (Int, Int),
        from smallest: (Int, Int),
        byteCount: Int = 100_000_000
    ) -> SharedPixels.Range {
        SharedPixels.Range(
            smallest: PixelSize(width: smallest.0, height: smallest.1),
            largest: PixelSize(width: largest.0, height: largest.1),
            byteCount: byteCount
        )
    }

    /// 24, 3 and 0.3 megapixels.
    static let ranges = [
        range((6_000, 4_000), from: (1_152, 768)),
        range((1_500, 2_000), from: (768, 1_024)),
        range((640, 480), from: (640, 480)),
    ]

    private static func pixelCount(_ sizes: [PixelSize]) -> Int {
        sizes.reduce(0) { $0 + $1.pixelCount }
    }

    @Test
    func `where bytes suffice every picture stays as it is`() {
        let sizes = SharedPixels.sizes(of: Self.ranges, fitting: 10_000_000)
        #expect(sizes == Self.ranges.map(\.largest))
    }

    @Test
    func `the largest gives its pixels first`() {
        let sizes = SharedPixels.sizes(of: Self.ranges, fitting: 2_000_000)
        #expect(sizes[0].longEdge < 6_000)
        #expect(sizes[0].pixelCount > sizes[1].pixelCount)
        #expect(Array(sizes.dropFirst()) == Self.ranges.dropFirst().map(\.largest))
    }

    @Test(arguments: [1_000_000.0, 1_500_000, 3_000_000])
    func `the pixels are as many as the bytes allow`(byteCount: Double) {
        let sizes = SharedPixels.sizes(of: Self.ranges, fitting: byteCount)
        let share = Double(Self.pixelCount(sizes)) * 1.5 / (byteCount * 8)
        #expect((0.99...1.01).contains(share))
    }

    /// A megapixel in 125,000 bytes has a bit a pixel, and can do with 0.6.
    @Test(arguments: [(74_000.0, true), (75_000, false), (76_000, false)])
    func `a picture that has few bits can do with fewer`(byteCount: Double, isSmaller: Bool) {
        let range = Self.range((1_000, 1_000), from: (10, 10), byteCount: 125_000)
        let sizes = SharedPixels.sizes(of: [range], fitting: byteCount)
        #expect((sizes[0].pixelCount < 1_000_000) == isSmaller)
    }

    @Test(arguments: [0.0, 1_000, 100_000])
    func `none gets smaller than what is looked at`(byteCount: Double) {
        let sizes = SharedPixels.sizes(of: Self.ranges, fitting: byteCount)
        #expect(sizes == Self.ranges.map(\.smallest))
    }

    @Test
    func `the shape stays`() {
        for byteCount in stride(from: 500_000.0, to: 5_000_000, by: 250_000) {
            let sizes = SharedPixels.sizes(of: Self.ranges, fitting: byteCount)
            for (size, range) in zip(sizes, Self.ranges) where size != range.smallest {
                let exact =
                    Double(size.longEdge) * Double(range.largest.shortEdge)
                    / Double(range.largest.longEdge)
                #expect(abs(Double(size.shortEdge) - exact) <= 0.5)
            }
        }
    }

    @Test
    func `no picture has no size`() {
        #expect(SharedPixels.sizes(of: [], fitting: 1_000).isEmpty)
    }
}
