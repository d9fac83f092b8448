import Testing

@testable import PreflightCore

/// The sizes that plans scale down to.
struct PlannerSizeTests {
    struct Row: Sendable, CustomTestStringConvertible {
        let from: PixelSize
        /// The size that is written; nil where the image stays as it is.
        let to: PixelSize?
        let policy: ResizePolicy?
        let imageCount: Int
        let isInferred: Bool

        init(
            _ from: (Int, Int),
            _ policy: ResizePolicy?,
            to: (Int, Int)?,
            amongImages imageCount: Int = 1,
            isInferred: Bool = false
        ) {
            self.from = PixelSize(width: from.0, height: from.1)
            self.to = to.map { PixelSize(width: $0.0, height: $0.1) }
            self.policy = policy
            self.imageCount = imageCount
            self.isInferred = isInferred
        }

        var table: RuleTable { isInferred ? PlanTables.inferred : PlanTables.claude }

        var testDescription: String {
            "\(from) to \(policy?.rawValue ?? "the default") among \(imageCount)"
                + (isInferred ? ", inferred" : "")
        }
    }

    static let rows = [
        // The target of a table that documents it is the default: the long edge, the area, both.
        Row((1_568, 700), nil, to: nil),
        Row((1_569, 700), nil, to: (1_568, 700)),
        Row((1_000, 1_150), nil, to: nil),
        Row((1_000, 1_151), nil, to: (999, 1_150)),
        Row((4_000, 3_000), nil, to: (1_238, 928)),
        Row((3_000, 4_000), nil, to: (928, 1_238)),
        Row((12_000, 100), nil, to: (1_568, 13)),
        Row((100, 12_000), nil, to: (13, 1_568)),
        Row((8_000, 1), nil, to: (1_568, 1)),
        Row((1, 8_000), nil, to: (1, 1_568)),
        // Of one that infers it the limits are.
        Row((4_000, 3_000), nil, to: nil, isInferred: true),
        Row((4_000, 3_000), .target, to: (1_024, 768), isInferred: true),
        Row((9_000, 9), nil, to: (8_000, 8), isInferred: true),
        // Only what acceptance needs.
        Row((8_000, 200), .limits, to: nil),
        Row((8_001, 200), .limits, to: (8_000, 200)),
        Row((200, 8_001), .limits, to: (200, 8_000)),
        Row((9_000, 10), .limits, to: (8_000, 9)),
        Row((80_000, 1), .limits, to: (8_000, 1)),
        // Never.
        Row((8_000, 200), ResizePolicy.none, to: nil),
        // The narrower limit of requests with many images.
        Row((2_001, 300), .limits, to: nil, amongImages: 20),
        Row((2_000, 300), .limits, to: nil, amongImages: 21),
        Row((2_001, 300), .limits, to: (2_000, 300), amongImages: 21),
        Row((300, 8_001), .limits, to: (75, 2_000), amongImages: 21),
        Row((2_001, 300), .target, to: (1_568, 235), amongImages: 21),
    ]

    @Test(arguments: rows)
    func `the size that is written`(_ row: Row) throws {
        let image = PlannedImage.jpeg(row.from.width, row.from.height)
        let plan = try row.table.plan(
            for: image.inspected(under: row.table),
            amongImages: row.imageCount,
            options: PlanOptions(resize: row.policy)
        )
        #expect(plan.downscaledSize == row.to)
        #expect(plan.isEmpty == (row.to == nil))
    }

    @Test(arguments: rows)
    func `turned, the same size with its sides exchanged`(_ row: Row) throws {
        let image = PlannedImage.jpeg(row.from.height, row.from.width, orientation: 6)
        let plan = try row.table.plan(
            for: image.inspected(under: row.table),
            amongImages: row.imageCount,
            options: PlanOptions(resize: row.policy)
        )
        #expect(plan.downscaledSize == row.to)
    }

    @Test(arguments: rows)
    func `never larger, never empty, the shape within half a pixel`(_ row: Row) {
        let size = row.to ?? row.from
        #expect(size.width <= row.from.width && size.height <= row.from.height)
        #expect(size.shortEdge >= 1)
        // width : height as it was, the shorter side rounded; where it rounds to 0, it is 1.
        let error = size.shortEdge * row.from.longEdge - size.longEdge * row.from.shortEdge
        #expect(abs(2 * error) <= row.from.longEdge || size.shortEdge == 1)
    }

    @Test(arguments: [8_001, 9_000])
    func `--resize none refuses what only scaling cures`(width: Int) {
        let image = PlannedImage.jpeg(width, 200).inspected(under: PlanTables.claude)
        let refusal = #expect(throws: PlanRefusal.self) {
            try PlanTables.claude.plan(
                for: image,
                amongImages: 1,
                options: PlanOptions(resize: ResizePolicy.none)
            )
        }
        #expect(refusal?.description.contains("resize policy “none”") == true)
    }
}
