import Foundation
import PreflightCore
import Testing

/// A curve through two encodes foresees the others of a picture that behaves as it assumes.
struct SizeCurveTests {
    static let qualities = 20...95

    /// A picture whose sizes double and whose distortions quarter wherever JPEG's step halves.
    static let steady = [probe(25, 10_000, 0.32), probe(50, 20_000, 0.08)]

    private static func probe(
        _ quality: Int,
        _ byteCount: Int,
        _ distortion: Double
    ) -> SizeCurve.Probe {
        SizeCurve.Probe(quality: quality, byteCount: byteCount, distortion: distortion)
    }

    private static func curve(through probes: [SizeCurve.Probe]) throws -> SizeCurve {
        try #require(SizeCurve(probes, of: .jpeg, qualities: qualities))
    }

    @Test(arguments: [
        (25, 10_000, 0.32), (50, 20_000, 0.08), (75, 40_000, 0.02), (20, 8_000, 0.5),
    ])
    func `sizes and distortions lie on the lines`(
        quality: Int,
        byteCount: Int,
        distortion: Double
    ) throws {
        let curve = try Self.curve(through: Self.steady)
        #expect(abs(curve.byteCount(at: quality) - Double(byteCount)) < 1)
        #expect(abs(curve.distortion(at: quality) - distortion) < 1e-9)
    }

    @Test
    func `a third encode bends the line`() throws {
        let curve = try Self.curve(through: Self.steady + [Self.probe(75, 80_000, 0.01)])
        #expect(abs(curve.byteCount(at: 50) - 20_000) < 1)
        #expect(abs(curve.byteCount(at: 75) - 80_000) < 1)
        #expect(curve.byteCount(at: 60) > 20_000)
        #expect(curve.byteCount(at: 90) > 80_000)
        #expect(abs(curve.byteCount(at: 25) - 10_000) < 1)
    }

    @Test
    func `the order of the encodes does not matter`() throws {
        let (forth, back) = (
            try Self.curve(through: Self.steady), try Self.curve(through: Self.steady.reversed())
        )
        for quality in Self.qualities {
            #expect(abs(forth.byteCount(at: quality) - back.byteCount(at: quality)) < 1e-6)
        }
    }

    @Test
    func `one encode makes no curve`() {
        #expect(SizeCurve([Self.steady[0]], of: .jpeg, qualities: Self.qualities) == nil)
        #expect(SizeCurve([], of: .jpeg, qualities: Self.qualities) == nil)
    }

    @Test(arguments: [0.01, 0.02, 0.03, 0.05, 0.08, 0.1])
    func `the quality is the lowest that is good enough`(most: Double) throws {
        let curve = try Self.curve(through: Self.steady)
        // A hair more, so that rounding cannot decide where a level is met exactly.
        let most = most * 1.000_001
        let quality = curve.quality(forDistortionAtMost: most)
        #expect(curve.distortion(at: quality) <= most)
        #expect(curve.distortion(at: quality - 1) > most)
    }

    @Test(arguments: [(0.0, 95), (0.0001, 95), (0.9, 20), (1.0, 20)])
    func `the quality stays within those that are used`(most: Double, quality: Int) throws {
        let curve = try Self.curve(through: Self.steady)
        #expect(curve.quality(forDistortionAtMost: most) == quality)
    }

    struct Flat: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let other: SizeCurve.Probe
    }

    @Test(arguments: [
        Flat(testDescription: "the same distortion", other: probe(75, 200, 0.05)),
        Flat(testDescription: "more distortion for more quality", other: probe(75, 200, 0.06)),
        Flat(testDescription: "the same encode twice", other: probe(55, 100, 0.05)),
    ])
    func `where quality changes nothing the lowest will do`(_ c: Flat) throws {
        let curve = try Self.curve(through: [Self.probe(55, 100, 0.05), c.other])
        #expect(curve.quality(forDistortionAtMost: 0.01) == 20)
        #expect(curve.byteCount(at: 20).isFinite)
    }

    @Test
    func `a picture without any distortion or bytes has a curve`() throws {
        let curve = try Self.curve(through: [Self.probe(55, 0, 0), Self.probe(75, 0, 0)])
        #expect(curve.quality(forDistortionAtMost: 0.01) == 20)
        #expect(abs(curve.byteCount(at: 95) - 1) < 1e-9)
    }
}
