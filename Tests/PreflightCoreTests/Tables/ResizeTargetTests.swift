import PreflightCore
import Testing

/// What meets a target, and the largest size under it.
struct ResizeTargetTests {
    static let claude = ResizeTarget(longEdgePixels: 1568, pixelCount: 1_150_000)
    static let gpt5 = ResizeTarget(longEdgePixels: 2048, shortEdgePixels: 768)
    static let gpt5Mini = ResizeTarget(patches: PatchBudget(edgePixels: 32, count: 1536))

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let target: ResizeTarget
        let size: PixelSize
        let largest: PixelSize

        /// A size and the largest size under the target; nil for a size that meets it.
        init(_ name: String, _ target: ResizeTarget, _ size: (Int, Int), _ largest: (Int, Int)?) {
            testDescription = name
            self.target = target
            self.size = PixelSize(width: size.0, height: size.1)
            self.largest = largest.map { PixelSize(width: $0.0, height: $0.1) } ?? self.size
        }
    }

    @Test(arguments: [
        Case("no bounds keep everything", ResizeTarget(), (65535, 65535), nil),
        Case("a pixel meets every target", claude, (1, 1), nil),
        Case("long edge exactly", claude, (1568, 700), nil),
        Case("long edge one under", claude, (1567, 700), nil),
        Case("long edge one over", claude, (1569, 700), (1568, 700)),
        Case("area exactly", claude, (1250, 920), nil),
        Case("area one column over", claude, (1251, 920), (1250, 919)),
        Case("area one column under", claude, (1249, 920), nil),
        Case("area decides", claude, (2000, 2000), (1072, 1072)),
        Case("long edge decides", claude, (8000, 2000), (1568, 392)),
        // 1238 · 3/4 = 928.5: rounded down it still fits, rounded up it does not.
        Case("a tie goes where it fits", claude, (4032, 3024), (1238, 928)),
        Case("portrait", claude, (3024, 4032), (928, 1238)),
        Case("never a side of 0", claude, (8000, 1), (1568, 1)),
        Case("both edges exactly", gpt5, (2048, 768), nil),
        Case("short edge one over", gpt5, (1000, 769), (999, 768)),
        Case("short edge decides", gpt5, (4032, 3024), (1024, 768)),
        Case("long edge of a strip", gpt5, (2049, 10), (2048, 10)),
        Case("the budget exactly", gpt5Mini, (1536, 1024), nil),
        Case("the budget one column over", gpt5Mini, (1537, 1024), (1488, 992)),
        Case("the budget the provider's way", gpt5Mini, (1800, 2400), (1056, 1408)),
        Case("the budget of a strip", gpt5Mini, (65535, 1), (49152, 1)),
        Case(
            "a budget and an edge",
            ResizeTarget(longEdgePixels: 1000, patches: PatchBudget(edgePixels: 32, count: 1536)),
            (1800, 2400),
            (750, 1000)
        ),
        Case(
            "an edge before the budget",
            ResizeTarget(longEdgePixels: 2048, patches: PatchBudget(edgePixels: 32, count: 2500)),
            (2200, 3111),
            (1334, 1888)
        ),
        Case(
            "the widest in a budget",
            ResizeTarget(patches: PatchBudget(edgePixels: 28, count: 1568, resize: .widest)),
            (3111, 2200),
            (1307, 924)
        ),
    ])
    func `the largest size`(_ c: Case) {
        #expect(c.target.largestSize(fitting: c.size) == c.largest)
        #expect(c.target.isMet(by: c.size) == (c.size == c.largest))
    }

    struct Target: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let target: ResizeTarget
    }

    static let targets = [
        Target(testDescription: "claude", target: claude),
        Target(testDescription: "gpt-5", target: gpt5),
        Target(testDescription: "gpt-5-mini", target: gpt5Mini),
        Target(
            testDescription: "claude-sonnet-4",
            target: ResizeTarget(
                longEdgePixels: 1568,
                patches: PatchBudget(edgePixels: 28, count: 1568, resize: .widest)
            )
        ),
        Target(testDescription: "short edge", target: ResizeTarget(shortEdgePixels: 7)),
        Target(testDescription: "a pixel", target: ResizeTarget(pixelCount: 1)),
    ]

    /// Sides around every bound and of no particular number.
    static let sides =
        [1, 2, 3, 31, 32, 33, 199, 767, 768, 769, 1091, 1567, 1568, 1569, 2047]
        + [2048, 2049, 3024, 4032, 7919, 8000, 65535]

    @Test(arguments: targets)
    func `every result meets its target and is never larger`(_ target: Target) {
        for size in Self.allSizes {
            let largest = target.target.largestSize(fitting: size)
            #expect(target.target.isMet(by: largest), "\(size) → \(largest)")
            #expect(largest.width <= size.width && largest.height <= size.height)
            #expect(largest.shortEdge >= 1)
            let again = target.target.largestSize(fitting: largest)
            #expect(again == largest, "\(size) → \(largest) → \(again)")
        }
    }

    @Test(arguments: targets.filter { $0.target.patches == nil })
    func `every result keeps the shape and is the largest`(_ target: Target) {
        for size in Self.allSizes where size.width >= size.height {
            let largest = target.target.largestSize(fitting: size)
            // Twice the distance of the short side from its exact value, over the long side.
            let twiceOff = 2 * (largest.width * size.height - largest.height * size.width)
            #expect(abs(twiceOff) <= size.width || largest.height == 1, "\(size) → \(largest)")
            guard largest != size else { continue }
            // One column more, with the least height within half a pixel of its exact value.
            let wider = largest.width + 1
            let leastTwice = 2 * wider * size.height - size.width
            let height = max(1, (leastTwice + 2 * size.width - 1) / (2 * size.width))
            let larger = PixelSize(width: wider, height: height)
            #expect(!target.target.isMet(by: larger), "\(size) → \(largest), not \(larger)")
        }
    }

    @Test(arguments: hostileSizes, targets)
    func `hostile sizes end under the target`(_ size: PixelSize, _ target: Target) {
        let largest = target.target.largestSize(fitting: size)
        #expect(target.target.isMet(by: largest))
        #expect(largest.shortEdge >= 1)
    }

    private static var allSizes: [PixelSize] {
        sides.flatMap { width in sides.map { PixelSize(width: width, height: $0) } }
    }
}
