import PreflightCore
import Testing

/// When several requests keep detail that a single one loses.
struct SplitAdviceTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let limits: [Limit]
        let sizes: [PixelSize]
        var imageCount: Int?
        var policy: ResizePolicy? = .limits
        let sentence: String?
    }

    static let usual = Limit.atMost(8000, .longEdgePixels, .edgeTooLong)
    static let many = edge(2000, over: 20)
    static let lookedAt = Limit(
        code: .largerThanLookedAt,
        measure: .displaySize,
        bound: .within(ResizeTarget(longEdgePixels: 1568)),
        evidence: .documented,
        source: "page"
    )

    static let cases = [
        Case(
            testDescription: "20 images",
            limits: [usual, many],
            sizes: sizes(7, of: 4000) + sizes(13, of: 1000),
            sentence: nil
        ),
        Case(
            testDescription: "21 images",
            limits: [usual, many],
            sizes: sizes(1, of: 4000) + sizes(20, of: 1000),
            sentence: "2 requests of at most 20 images keep the detail of 1 image that one request "
                + "of 21 scales down to 2,000 px"
        ),
        Case(
            testDescription: "40 images",
            limits: [usual, many],
            sizes: sizes(7, of: 9000) + sizes(33, of: 1000),
            sentence:
                "2 requests of at most 20 images keep the detail of 7 images that one request "
                + "of 40 scales down to 2,000 px"
        ),
        Case(
            testDescription: "41 images",
            limits: [usual, many],
            sizes: sizes(41, of: 4000),
            sentence: "3 requests of at most 20 images keep the detail of 41 images that one "
                + "request of 41 scales down to 2,000 px"
        ),
        Case(
            testDescription: "40 images, the size of one known",
            limits: [usual, many],
            sizes: sizes(1, of: 4000),
            imageCount: 40,
            sentence: "2 requests of at most 20 images keep the detail of 1 image that one request "
                + "of 40 scales down to 2,000 px"
        ),
        Case(
            testDescription: "one pixel under the edge",
            limits: [many],
            sizes: sizes(40, of: 1999),
            sentence: nil
        ),
        Case(
            testDescription: "at the edge",
            limits: [many],
            sizes: sizes(40, of: 2000),
            sentence: nil
        ),
        Case(
            testDescription: "one pixel over the edge, upright",
            limits: [many],
            sizes: sizes(40, of: 2001).map(\.transposed),
            sentence: "2 requests of at most 20 images keep the detail of 40 images that one "
                + "request of 40 scales down to 2,000 px"
        ),
        Case(
            testDescription: "no limit that depends on the count",
            limits: [usual],
            sizes: sizes(40, of: 9000),
            sentence: nil
        ),
        Case(testDescription: "no image", limits: [usual, many], sizes: [], sentence: nil),
        Case(
            testDescription: "scaled down to less anyway, as the policy says",
            limits: [usual, many, lookedAt],
            sizes: sizes(40, of: 4000),
            policy: .target,
            sentence: nil
        ),
        Case(
            testDescription: "scaled down to less anyway, as the table says",
            limits: [usual, many, lookedAt],
            sizes: sizes(40, of: 4000),
            policy: nil,
            sentence: nil
        ),
        Case(
            testDescription: "scaled down only as far as needed",
            limits: [usual, many, lookedAt],
            sizes: sizes(40, of: 4000),
            sentence: "2 requests of at most 20 images keep the detail of 40 images that one "
                + "request of 40 scales down to 2,000 px"
        ),
        Case(
            testDescription: "never scaled down",
            limits: [usual, many],
            sizes: sizes(40, of: 4000),
            policy: ResizePolicy.none,
            sentence: nil
        ),
        Case(
            testDescription: "of two limits, the one that matters",
            limits: [edge(6000, over: 10), edge(2000, over: 30)],
            sizes: sizes(40, of: 4000),
            sentence: "2 requests of at most 30 images keep the detail of 40 images that one "
                + "request of 40 scales down to 2,000 px"
        ),
        Case(
            testDescription: "of two limits, both",
            limits: [edge(6000, over: 10), edge(2000, over: 30)],
            sizes: sizes(40, of: 7000),
            sentence: "4 requests of at most 10 images keep the detail of 40 images that one "
                + "request of 40 scales down to 2,000 px"
        ),
        Case(
            testDescription: "one image a request",
            limits: [edge(2000, over: 1)],
            sizes: sizes(3, of: 4000),
            sentence: "3 requests of at most 1 image keep the detail of 3 images that one request "
                + "of 3 scales down to 2,000 px"
        ),
        Case(
            testDescription: "a limit for every request",
            limits: [edge(2000, over: 0)],
            sizes: sizes(3, of: 4000),
            sentence: nil
        ),
    ]

    @Test(arguments: cases)
    func `a split is advised where it keeps detail`(_ c: Case) {
        let advice = RuleTable.sample(c.limits)
            .splitAdvice(
                for: c.sizes,
                amongImages: c.imageCount ?? c.sizes.count,
                resize: c.policy
            )
        #expect(advice?.message.description == c.sentence)
    }

    @Test
    func `the numbers of the advice are at hand`() throws {
        let advice = try #require(
            RuleTable.sample([Self.usual, Self.many])
                .splitAdvice(
                    for: Self.sizes(7, of: 4000),
                    amongImages: 40,
                    resize: .limits
                )
        )
        #expect(advice.imageCount == 40)
        #expect(advice.requestCount == 2)
        #expect(advice.imageCountEachAtMost == 20)
        #expect(advice.affectedImageCount == 7)
        #expect(advice.longEdgePixels == 2000)
    }

    private static func sizes(_ count: Int, of longEdge: Int) -> [PixelSize] {
        Array(repeating: PixelSize(width: longEdge, height: longEdge / 2), count: count)
    }

    private static func edge(_ pixels: Int, over count: Int) -> Limit {
        .atMost(pixels, .longEdgePixels, .edgeTooLongForCount, when: .imageCountMoreThan(count))
    }
}
