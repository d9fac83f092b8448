@testable import PreflightCore

/// Tables to plan for, each with what one kind of provider asks.
enum PlanTables {
    /// Claude's numbers: a documented target, both edges, the bytes of one image, first frames.
    static let claude = RuleTable.sample(common + [target(.documented), firstFrameSeen])

    /// The target of the gpt-5 family, which is inferred; still images only.
    static let inferred = RuleTable.sample(
        common + [
            Limit(
                code: .largerThanLookedAt,
                measure: .displaySize,
                bound: .within(ResizeTarget(longEdgePixels: 2_048, shortEdgePixels: 768)),
                evidence: .inferred,
                source: "page"
            ),
            stillOnly,
        ]
    )

    /// Still images only, and no target.
    static let stills = RuleTable.sample(common + [stillOnly])

    /// Animations are taken whole.
    static let whole = RuleTable.sample(common)

    /// A table that takes few formats, of all sizes.
    static func taking(_ formats: ImageFormat...) -> RuleTable { .sample(formats: formats) }

    /// A table that takes one format, with limits.
    static func taking(_ format: ImageFormat, _ limits: [Limit]) -> RuleTable {
        .sample(limits, formats: [format])
    }

    static let stillOnly = Limit.atMost(1, .frameCount, .animationRefused)
    static let edges = Limit.atMost(8_000, .longEdgePixels, .edgeTooLong)

    private static let firstFrameSeen = Limit.atMost(
        1,
        .frameCount,
        .onlyFirstFrameSeen,
        evidence: .inferred
    )

    private static let common = [
        edges,
        .atMost(2_000, .longEdgePixels, .edgeTooLongForCount, when: .imageCountMoreThan(20)),
        Limit(
            code: .tooSmall,
            measure: .shortEdgePixels,
            bound: .atLeast(200),
            evidence: .documented,
            source: "page"
        ),
        .atMost(5_242_880, .base64ByteCount, .imageBytesOverLimit),
    ]

    private static func target(_ evidence: Evidence) -> Limit {
        Limit(
            code: .largerThanLookedAt,
            measure: .displaySize,
            bound: .within(ResizeTarget(longEdgePixels: 1_568, pixelCount: 1_150_000)),
            evidence: evidence,
            source: "page"
        )
    }
}
