import PreflightCore
import Testing

/// Pictures of every kind come under one number of bytes with the same distortion.
struct CommonLevelTests {
    static let qualities = 40...95

    /// Pictures as smooth as a sky and as busy as a crowd, all large as they are.
    static let pictures: [CommonLevel.Candidate] = [
        picture(10_000, 0.02, 20_000, 0.005),
        picture(40_000, 0.2, 70_000, 0.06),
        picture(25_000, 0.08, 60_000, 0.03),
        picture(5_000, 0.12, 9_000, 0.02),
    ]

    private static func picture(
        _ lowSize: Int,
        _ lowDistortion: Double,
        _ highSize: Int,
        _ highDistortion: Double,
        untouched: Int = 1_000_000
    ) -> CommonLevel.Candidate {
        let probes = [
            SizeCurve.Probe(quality: 55, byteCount: lowSize, distortion: lowDistortion),
            SizeCurve.Probe(quality: 75, byteCount: highSize, distortion: highDistortion),
        ]
        let curve = SizeCurve(probes, of: .jpeg, qualities: qualities)
        return CommonLevel.Candidate(curve: curve, untouchedByteCount: untouched)
    }

    static let budgets = [80_000.0, 100_000, 130_000, 180_000, 250_000]

    @Test(arguments: budgets)
    func `the pictures fit, and no lower level would do`(budget: Double) throws {
        let level = try #require(
            CommonLevel.distortion(of: Self.pictures, fitting: budget, atMost: 1)
        )
        #expect(Self.total(level) <= budget)
        #expect(Self.total(level - 1e-9) > budget)
    }

    @Test(arguments: budgets)
    func `all are distorted alike, to a step of quality`(budget: Double) throws {
        let level = try #require(
            CommonLevel.distortion(of: Self.pictures, fitting: budget, atMost: 1)
        )
        for picture in Self.pictures {
            let curve = try #require(picture.curve)
            let quality = try #require(picture.quality(atDistortion: level))
            #expect(curve.distortion(at: quality) <= level || quality == 95)
            #expect(curve.distortion(at: quality - 1) > level || quality == 40)
        }
    }

    @Test(arguments: budgets)
    func `the worst looks at least as good as with one quality for all`(budget: Double) throws {
        let level = try #require(
            CommonLevel.distortion(of: Self.pictures, fitting: budget, atMost: 1)
        )
        let curves = Self.pictures.compactMap(\.curve)
        let single = Self.qualities.last { quality in
            curves.reduce(0) { $0 + $1.byteCount(at: quality) } <= budget
        }
        guard let single else { return }
        let worst = try #require(curves.map { $0.distortion(at: single) }.max())
        #expect(level <= worst * 1.1)
        let ours = zip(curves, Self.pictures)
            .compactMap { curve, picture in
                picture.quality(atDistortion: level).map { curve.distortion(at: $0) }
            }
        #expect(try #require(ours.max()) <= worst)
    }

    @Test
    func `more bytes never look worse`() throws {
        let levels = Self.budgets.compactMap {
            CommonLevel.distortion(of: Self.pictures, fitting: $0, atMost: 1)
        }
        #expect(levels.count == Self.budgets.count)
        #expect(levels == levels.sorted(by: >))
    }

    @Test
    func `what fits at the highest level alone is found, and a byte less is not`() {
        let least = Self.total(0.1)
        #expect(CommonLevel.distortion(of: Self.pictures, fitting: least + 1, atMost: 0.1) != nil)
        #expect(CommonLevel.distortion(of: Self.pictures, fitting: least, atMost: 0.1) != nil)
        #expect(CommonLevel.distortion(of: Self.pictures, fitting: least - 1, atMost: 0.1) == nil)
    }

    @Test(arguments: [(9_000, nil), (9_999, nil), (10_001, 55), (11_000, 55)])
    func `a picture that is no larger as it is stays so`(untouched: Int, quality: Int?) {
        // At this distortion the picture is expected to have 10,000 bytes.
        let distortion = 0.08 * 1.000_001
        let picture = Self.picture(10_000, 0.08, 20_000, 0.02, untouched: untouched)
        #expect(picture.quality(atDistortion: distortion) == quality)
        let expected = Double(min(untouched, 10_000))
        #expect(abs(picture.byteCount(atDistortion: distortion) - expected) < 1e-6)
    }

    @Test
    func `pictures that can only go as they are fit or do not`() {
        let fixed = [40, 60].map { CommonLevel.Candidate(untouchedByteCount: $0) }
        #expect(fixed[0].quality(atDistortion: 1) == nil)
        #expect(CommonLevel.distortion(of: fixed, fitting: 99, atMost: 1) == nil)
        for room in [100.0, 101] {
            let level = CommonLevel.distortion(of: fixed, fitting: room, atMost: 1)
            #expect(level.map { $0 < 1e-9 } == true)
        }
    }

    private static func total(_ level: Double) -> Double {
        pictures.reduce(0) { $0 + $1.byteCount(atDistortion: level) }
    }
}
