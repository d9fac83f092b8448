import Foundation
import PreflightCore
import Testing

/// A curve through two encodes foresees the others of a picture that behaves as it assumes.
struct SizeCurveTests {
    static let qualities = 40...95

    /// A picture whose sizes and distortions double and halve at a steady rate.
    static let curve = SizeCurve(
        SizeCurve.Probe(quality: 55, byteCount: 10_000, distortion: 0.08),
        SizeCurve.Probe(quality: 75, byteCount: 20_000, distortion: 0.02),
        qualities: qualities
    )

    @Test(arguments: [
        (55, 10_000, 0.08), (75, 20_000, 0.02), (95, 40_000, 0.005), (65, 14_142, 0.04),
    ])
    func `sizes and distortions lie on the lines`(
        quality: Int,
        byteCount: Int,
        distortion: Double
    ) {
        #expect(abs(Self.curve.byteCount(at: quality) - Double(byteCount)) < 1)
        #expect(abs(Self.curve.distortion(at: quality) - distortion) < 1e-9)
    }

    @Test
    func `the order of the encodes does not matter`() {
        let one = SizeCurve.Probe(quality: 50, byteCount: 900, distortion: 0.1)
        let other = SizeCurve.Probe(quality: 80, byteCount: 2_000, distortion: 0.03)
        let (forth, back) = (
            SizeCurve(one, other, qualities: Self.qualities),
            SizeCurve(other, one, qualities: Self.qualities)
        )
        for quality in Self.qualities {
            #expect(abs(forth.byteCount(at: quality) - back.byteCount(at: quality)) < 1e-6)
        }
    }

    @Test(arguments: [0.01, 0.02, 0.03, 0.05, 0.08, 0.1])
    func `the quality is the lowest that is good enough`(most: Double) {
        // A hair more, so that rounding cannot decide where a level is met exactly.
        let most = most * 1.000_001
        let quality = Self.curve.quality(forDistortionAtMost: most)
        #expect(Self.curve.distortion(at: quality) <= most)
        #expect(Self.curve.distortion(at: quality - 1) > most)
    }

    @Test(arguments: [(0.0, 95), (0.001, 95), (0.9, 40), (1.0, 40)])
    func `the quality stays within those that are used`(most: Double, quality: Int) {
        #expect(Self.curve.quality(forDistortionAtMost: most) == quality)
    }

    struct Flat: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let other: SizeCurve.Probe
    }

    @Test(arguments: [
        Flat(
            testDescription: "the same distortion",
            other: SizeCurve.Probe(quality: 75, byteCount: 200, distortion: 0.05)
        ),
        Flat(
            testDescription: "more distortion for more quality",
            other: SizeCurve.Probe(quality: 75, byteCount: 200, distortion: 0.06)
        ),
        Flat(
            testDescription: "the same encode twice",
            other: SizeCurve.Probe(quality: 55, byteCount: 100, distortion: 0.05)
        ),
    ])
    func `where quality changes nothing the lowest will do`(_ c: Flat) {
        let one = SizeCurve.Probe(quality: 55, byteCount: 100, distortion: 0.05)
        let curve = SizeCurve(one, c.other, qualities: Self.qualities)
        #expect(curve.quality(forDistortionAtMost: 0.01) == 40)
        #expect(curve.byteCount(at: 40).isFinite)
    }

    @Test
    func `a picture without any distortion or bytes has a curve`() {
        let curve = SizeCurve(
            SizeCurve.Probe(quality: 55, byteCount: 0, distortion: 0),
            SizeCurve.Probe(quality: 75, byteCount: 0, distortion: 0),
            qualities: Self.qualities
        )
        #expect(curve.quality(forDistortionAtMost: 0.01) == 40)
        #expect(abs(curve.byteCount(at: 95) - 1) < 1e-9)
    }
}
