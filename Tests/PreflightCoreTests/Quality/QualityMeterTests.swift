import Testing

@testable import PreflightCore

/// What is measured of pictures whose contrast, edges and letters are known.
struct QualityMeterTests {
    /// A grey picture by a function of column and row.
    private static func quality(
        _ width: Int = 400,
        _ height: Int = 400,
        binning: Int = 1,
        _ sample: (Int, Int) -> Int
    ) -> PictureQuality? {
        var meter = QualityMeter(
            .init(
                size: PixelSize(width: width, height: height),
                channelCount: 1,
                binning: binning
            )
        )
        for y in 0..<height {
            let row = (0..<width).map { UInt8(clamping: sample($0 / binning, y / binning)) }
            meter.take(row.span)
        }
        return meter.quality
    }

    @Test(arguments: [(0, 0), (1, 1), (63, 63), (64, 64), (65, 64), (255, 64)])
    func `contrast up to what is told apart`(_ c: (apart: Int, levels: Int)) {
        let quality = Self.quality { x, y in x == 399 && y == 399 ? c.apart : 0 }
        #expect(quality?.contrastLevels == c.levels)
    }

    @Test func `what opacity alone draws is contrast`() {
        var meter = QualityMeter(.init(size: PixelSize(width: 2, height: 1), channelCount: 2))
        let row: [UInt8] = [7, 0, 7, 200]
        meter.take(row.span)
        #expect(meter.quality?.contrastLevels == 64)
    }

    /// Columns of strokes as high as letters, in lines with as much room between them.
    private static func text(_ height: Int, lines: Int, ink: Int = 0) -> (Int, Int) -> Int {
        { x, y in
            let isLine = y / height % 2 == 1 && y / height / 2 < lines
            return isLine && x / max(2, height / 4) % 2 == 0 ? ink : 255
        }
    }

    @Test(arguments: [3, 4, 7, 12, 20, 31])
    func `letters`(_ height: Int) {
        let quality = Self.quality(1_024, 2_048, Self.text(height, lines: 1_000))
        #expect(quality?.textHeightPixels == Double(height))
    }

    @Test func `few lines, faint ones and fences are no text`() {
        #expect(Self.quality(256, 384, Self.text(8, lines: 7))?.textHeightPixels == nil)
        #expect(Self.quality(256, 384, Self.text(8, lines: 12))?.textHeightPixels == 8)
        #expect(Self.quality(512, 512, Self.text(8, lines: 99, ink: 220))?.textHeightPixels == nil)
        #expect(Self.quality(512, 512) { x, _ in x / 3 % 2 * 255 }?.textHeightPixels == nil)
        #expect(Self.quality(512, 512) { _, y in y / 3 % 2 * 255 }?.textHeightPixels == nil)
    }

    /// Stripes whose edges take so many pixels from one level to the other.
    private static func stripes(_ edge: Int) -> (Int, Int) -> Int {
        { x, _ in
            let place = x % 100
            let rising = min(max(place - 10, 0), edge) * 200 / edge
            let falling = min(max(place - 60, 0), edge) * 200 / edge
            return 20 + rising - falling
        }
    }

    @Test(arguments: [(1, nil), (4, nil), (10, 10.0), (14, 14.0), (30, nil)])
    func `the widths of blurred edges, in pixels of the file`(_ c: (edge: Int, width: Double?)) {
        let width = Self.quality(400, 400, Self.stripes(c.edge))?.edgeWidthPixels
        guard let expected = c.width, let width else {
            #expect(width == nil && c.width == nil)
            return
        }
        #expect(abs(width - expected) <= 2)
    }

    @Test func `gradients and icons have no edges`() {
        #expect(Self.quality(400, 400) { x, y in (x + y) / 4 }?.edgeWidthPixels == nil)
        #expect(Self.quality(400, 400) { x, _ in x * 255 / 400 }?.edgeWidthPixels == nil)
        #expect(Self.quality(179, 400, Self.stripes(14))?.edgeWidthPixels == nil)
    }

    @Test func `what is made smaller first measures the same, in its own pixels`() throws {
        let small = try #require(Self.quality(512, 512, Self.text(8, lines: 99)))
        let large = try #require(
            Self.quality(1_024, 1_024, binning: 2, Self.text(8, lines: 99))
        )
        #expect(large == small.scaled(by: 2))
    }

    @Test(arguments: [(1, 5, 5), (2, 5, 64), (2, 64, 64)])
    func `little contrast is only told of what was not shrunk`(
        _ c: (shrink: Int, apart: Int, levels: Int)
    ) {
        let size = PixelSize(width: 2, height: 1)
        var meter = QualityMeter(.init(size: size, channelCount: 1, shrink: c.shrink))
        let row = [0, UInt8(c.apart)]
        meter.take(row.span)
        #expect(meter.quality?.contrastLevels == c.levels)
        #expect(meter.isPerhapsFlat == (c.shrink > 1 && c.apart < 64))
    }

    @Test func `nothing before the last row`() {
        var meter = QualityMeter(.init(size: PixelSize(width: 1, height: 2), channelCount: 1))
        let row: [UInt8] = [1]
        meter.take(row.span)
        #expect(meter.quality == nil)
        meter.take(row.span)
        #expect(meter.quality == PictureQuality(contrastLevels: 0))
    }

    @Test func `later frames only add contrast`() {
        let size = PixelSize(width: 300, height: 600)
        var meter = QualityMeter(.init(size: size, frameHeight: 300, channelCount: 1))
        for y in 0..<600 {
            let row = (0..<300)
                .map { UInt8(clamping: y < 300 ? 9 : Self.text(8, lines: 99)($0, y)) }
            meter.take(row.span)
        }
        #expect(meter.quality == PictureQuality(contrastLevels: 64))
    }
}
