import PreflightCore
import Testing

/// Similarity has the values that the formula gives by hand.
struct LumaPlaneTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let one: LumaPlane
        let other: LumaPlane
        let similarity: Double

        init(_ name: String, _ one: LumaPlane, _ other: LumaPlane, _ similarity: Double) {
            testDescription = name
            self.one = one
            self.other = other
            self.similarity = similarity
        }
    }

    static let cases = [
        Case("one pixel, the same", plane(1, 1, [7]), plane(1, 1, [7]), 1),
        // Only the means differ: 6.5025 / (255² + 6.5025).
        Case(
            "black and white",
            plane(2, 1, [0, 0]),
            plane(2, 1, [255, 255]),
            6.5025 / 65031.5025
        ),
        // Means 15 and 15, variances 25 and 25, covariance −25.
        Case("mirrored", plane(2, 1, [10, 20]), plane(2, 1, [20, 10]), 8.5225 / 108.5225),
        Case(
            "an edge moved down",
            plane(1, 2, [10, 20]),
            plane(1, 2, [20, 10]),
            8.5225 / 108.5225
        ),
        // The second of two windows is half white: mean 127.5, variance 127.5².
        Case(
            "two windows side by side",
            plane(12, 8, Array(repeating: 0, count: 96)),
            plane(12, 8, (0..<96).map { $0 % 12 < 8 ? 0 : 255 }),
            (1 + 6.5025 * 58.5225 / (16262.7525 * 16314.7725)) / 2
        ),
        Case(
            "two windows below each other",
            plane(8, 12, Array(repeating: 0, count: 96)),
            plane(8, 12, (0..<96).map { $0 < 64 ? 0 : 255 }),
            (1 + 6.5025 * 58.5225 / (16262.7525 * 16314.7725)) / 2
        ),
    ]

    @Test(arguments: cases)
    func `similarity is that of the formula, both ways`(_ c: Case) {
        #expect(abs(c.one.similarity(to: c.other) - c.similarity) < 1e-12)
        #expect(abs(c.other.similarity(to: c.one) - c.similarity) < 1e-12)
    }

    @Test(arguments: [(1, 1), (7, 9), (8, 8), (11, 12), (40, 30)])
    func `a picture is like itself`(width: Int, height: Int) {
        let plane = Self.pattern(width, height)
        #expect(abs(plane.similarity(to: plane) - 1) < 1e-12)
    }

    @Test
    func `the more is changed the less alike`() {
        let plane = Self.pattern(40, 30)
        let similarities = [0, 10, 40, 120]
            .map { (change: Int) in
                let samples = plane.samples.enumerated()
                    .map { index, sample in
                        UInt8(clamping: Int(sample) + (index % 2 == 0 ? change : -change))
                    }
                return plane.similarity(to: LumaPlane(size: plane.size, samples: samples))
            }
        #expect(similarities == similarities.sorted(by: >))
        #expect(Set(similarities).count == 4)
    }

    struct Mismatch: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let other: LumaPlane
    }

    @Test(arguments: [
        Mismatch(testDescription: "turned", other: plane(2, 3, [1, 2, 3, 4, 5, 6])),
        Mismatch(testDescription: "larger", other: plane(3, 3, [1, 2, 3, 4, 5, 6, 7, 8, 9])),
        Mismatch(testDescription: "a sample missing", other: plane(3, 2, [1, 2, 3, 4, 5])),
        Mismatch(testDescription: "a sample too many", other: plane(3, 2, [1, 2, 3, 4, 5, 6, 7])),
        Mismatch(testDescription: "nothing", other: plane(0, 0, [])),
    ])
    func `pictures of different sizes have nothing in common`(_ c: Mismatch) {
        let plane = Self.plane(3, 2, [1, 2, 3, 4, 5, 6])
        #expect(plane.similarity(to: c.other) == 0)
        #expect(c.other.similarity(to: plane) == 0)
    }

    @Test
    func `nothing is not like nothing`() {
        #expect(Self.plane(0, 0, []).similarity(to: Self.plane(0, 0, [])) == 0)
    }

    private static func plane(_ width: Int, _ height: Int, _ samples: [UInt8]) -> LumaPlane {
        LumaPlane(size: PixelSize(width: width, height: height), samples: samples)
    }

    private static func pattern(_ width: Int, _ height: Int) -> LumaPlane {
        plane(width, height, (0..<width * height).map { UInt8(60 + $0 * 37 % 120) })
    }
}
