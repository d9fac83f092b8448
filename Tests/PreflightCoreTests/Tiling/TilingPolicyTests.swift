import Testing

@testable import PreflightCore

/// When pictures are cut, and why they cannot be.
struct TilingPolicyTests {
    private static let left = Limit(
        code: .tooSmall,
        measure: .shortEdgePixels,
        bound: .atLeast(500),
        condition: .scaledBelowPercent(50),
        evidence: .inferred,
        source: "page"
    )

    private static let table = RuleTable.sample([
        Limit(
            code: .largerThanLookedAt,
            measure: .displaySize,
            bound: .within(ResizeTarget(longEdgePixels: 1_500)),
            evidence: .documented,
            source: "page"
        ),
        left,
        .atMost(5, .imageCount, .tooManyImages),
    ])

    /// A size, and the policies by which it is cut.
    static let cases: [(PixelSize, Set<TilingPolicy>)] = [
        (PixelSize(width: 1_500, height: 1_500), []),
        (PixelSize(width: 1_501, height: 1_501), [.always]),
        (PixelSize(width: 3_001, height: 3_001), [.always]),
        // Less than half is left, and 500 px of the shorter side are enough.
        (PixelSize(width: 9_000, height: 3_000), [.always]),
        (PixelSize(width: 9_000, height: 2_990), [.always, .auto]),
        // Half is left.
        (PixelSize(width: 3_000, height: 300), [.always]),
        (PixelSize(width: 300, height: 3_010), [.always, .auto]),
    ]

    @Test(arguments: cases, TilingPolicy.allCases)
    func `a policy`(_ c: (size: PixelSize, cut: Set<TilingPolicy>), _ policy: TilingPolicy) {
        let isCut = Self.table.cuts(Self.image(c.size), amongImages: 1, by: policy)
        #expect(isCut == c.cut.contains(policy))
    }

    @Test func `without anything that scales, nothing is cut`() {
        let size = PixelSize(width: 300, height: 30_000)
        let table = RuleTable.sample([Self.left])
        #expect(!table.cuts(Self.image(size), amongImages: 1, by: .always))
    }

    @Test(arguments: [(7_199, true), (7_200, true), (7_201, false)])
    func `no more tiles than a request takes`(_ height: Int, _ isTaken: Bool) throws {
        let layout = DecodedPicture.Layout(
            size: PixelSize(width: 4, height: height),
            colorModel: .gray,
            channelCount: 1
        )
        // Too much is on every row to cut between them.
        let picture = DecodedPicture(
            layout: layout,
            samples: (0..<height).flatMap { y -> [UInt8] in [0, UInt8(y % 2 * 255), 255, 0] }
        )
        let result = Result { () throws(PlanRefusal) in try Self.table.tiles(of: picture) }
        #expect((try? result.get().tiles.count) == (isTaken ? 5 : nil))
        guard !isTaken, case .failure(let refusal) = result else { return }
        #expect(
            refusal.message.fact
                == "The picture makes 6 tiles, and a request takes at most 5 images"
        )
    }

    @Test func `what has no cure, and what may not be lost, is refused`() throws {
        let size = PixelSize(width: 300, height: 9_000)
        var options = PlanOptions(tiling: .always)
        func plan(_ image: InspectedImage, _ table: RuleTable) -> Result<Plan, PlanRefusal> {
            Result { () throws(PlanRefusal) in
                try table.tilingPlan(for: image, amongImages: 1, options: options)
            }
        }
        let jpeg = Self.image(size, as: .jpeg)
        #expect(try plan(jpeg, Self.table).get().steps == [.encode(.jpeg(quality: 85))])
        options.lossAtMost = .none
        #expect(throws: PlanRefusal.self) { try plan(jpeg, Self.table).get() }
        #expect(try plan(Self.image(size), Self.table).get().steps == [.encode(.png)])
        options.lossAtMost = .meaning
        #expect(throws: PlanRefusal.self) {
            try plan(Self.image(size, as: .gif, frameCount: 2), Self.table).get()
        }
        let stills = RuleTable.sample([PlanTables.stillOnly])
        let kept = try plan(Self.image(size, as: .gif, frameCount: 2), stills).get()
        #expect(kept.steps == [.firstFrame(of: 2), .encode(.gif)])
        #expect(kept.cutting(intoTiles: 3).steps == [.firstFrame(of: 2), .tile(3), .encode(.gif)])
    }

    private static func image(
        _ size: PixelSize,
        as format: ImageFormat = .png,
        frameCount: Int = 1
    ) -> InspectedImage {
        let header = ImageHeader(size: size, frameCount: frameCount)
        return InspectedImage(
            label: .none,
            facts: ImageFacts(format: format, byteCount: 1_000, header: .success(header))
        )
    }
}
