import PreflightCore
import RuleTables
import Testing

/// What the six built-in tables say, one row a limit.
struct BuiltInTablesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let models: [String]
        let limit: Limit
        var testDescription: String { "\(models.joined(separator: ", ")): \(limit.code.rawValue)" }

        init(
            _ models: [String],
            _ code: FindingCode,
            _ measure: Measure,
            _ bound: Bound,
            when condition: Condition? = nil,
            _ evidence: Evidence,
            _ source: String
        ) {
            self.models = models
            limit = Limit(
                code: code,
                measure: measure,
                bound: bound,
                condition: condition,
                evidence: evidence,
                source: source
            )
        }
    }

    static let openModels = ["databricks-gemma-3-12b", "databricks-llama-4-maverick"]
    static let gpt5 = ["databricks-gpt-5"]
    static let smallGPT5 = ["databricks-gpt-5-mini", "databricks-gpt-5-nano"]
    static let claude = ["databricks-claude-3-7-sonnet"]

    static let cases = [
        Case(
            openModels + gpt5 + smallGPT5,
            .unacceptedFormat,
            .format,
            .oneOf([.jpeg, .png, .webp, .gif]),
            .documented,
            "vision"
        ),
        Case(
            claude,
            .unacceptedFormat,
            .format,
            .oneOf([.jpeg, .png, .gif, .webp]),
            .documented,
            "vision"
        ),
        Case(
            openModels + gpt5 + smallGPT5 + claude,
            .unacceptedFormat,
            .format,
            .oneOf([.jpeg, .png]),
            when: Condition(routes: ["ai_query"]),
            .documented,
            "ai-query"
        ),
        Case(openModels, .onlyFirstFrameSeen, .frameCount, .atMost(1), .unknown, "vision"),
        Case(gpt5 + smallGPT5, .animationRefused, .frameCount, .atMost(1), .documented, "vision"),
        Case(claude, .onlyFirstFrameSeen, .frameCount, .atMost(1), .inferred, "anthropic"),
        Case(claude, .edgeTooLong, .longEdgePixels, .atMost(8000), .documented, "vision"),
        Case(
            claude,
            .edgeTooLongForCount,
            .longEdgePixels,
            .atMost(2000),
            when: .imageCountMoreThan(20),
            .documented,
            "vision"
        ),
        Case(
            gpt5,
            .largerThanLookedAt,
            .displaySize,
            .within(ResizeTarget(longEdgePixels: 2048, shortEdgePixels: 768)),
            .inferred,
            "openai"
        ),
        Case(
            smallGPT5,
            .largerThanLookedAt,
            .displaySize,
            .within(ResizeTarget(patches: PatchBudget(edgePixels: 32, count: 1536))),
            .inferred,
            "openai"
        ),
        Case(
            claude,
            .largerThanLookedAt,
            .displaySize,
            .within(ResizeTarget(longEdgePixels: 1568, pixelCount: 1_150_000)),
            .documented,
            "vision"
        ),
        Case(claude, .tooSmall, .shortEdgePixels, .atLeast(200), .documented, "vision"),
        Case(
            claude,
            .tooSmall,
            .shortEdgePixels,
            .atLeast(500),
            when: .scaledBelowPercent(50),
            .inferred,
            "vision"
        ),
        Case(
            gpt5 + smallGPT5,
            .tooSmall,
            .shortEdgePixels,
            .atLeast(500),
            when: .scaledBelowPercent(50),
            .inferred,
            "openai"
        ),
        Case(
            claude,
            .imageBytesOverLimit,
            .base64ByteCount,
            .atMost(5_242_880),
            .inferred,
            "anthropic"
        ),
        Case(openModels, .tooManyImages, .imageCount, .atMost(5), .documented, "vision"),
        Case(gpt5 + smallGPT5, .tooManyImages, .imageCount, .atMost(500), .documented, "vision"),
        Case(claude, .tooManyImages, .imageCount, .atMost(100), .documented, "vision"),
        Case(
            openModels,
            .requestBytesOverLimit,
            .fileByteCount,
            .atMost(10_000_000),
            .documented,
            "vision"
        ),
        Case(
            gpt5 + smallGPT5,
            .requestBytesOverLimit,
            .bodyByteCount,
            .atMost(10_000_000),
            .documented,
            "vision"
        ),
        Case(
            claude,
            .requestBytesOverLimit,
            .bodyByteCount,
            .atMost(10_000_000),
            .inferred,
            "vision"
        ),
        Case(
            openModels + gpt5 + smallGPT5 + claude,
            .bodyBytesInConflict,
            .bodyByteCount,
            .atMost(4_000_000),
            .documented,
            "payload"
        ),
    ]

    @Test(arguments: cases)
    func `a table says`(_ c: Case) throws {
        for model in c.models {
            let limits = try BuiltIn.table(model).limits
            var limit = try #require(
                limits.first {
                    $0.code == c.limit.code && $0.condition == c.limit.condition
                }
            )
            limit.note = nil
            #expect(limit == c.limit, "\(model)")
        }
    }

    @Test(arguments: openModels + gpt5 + smallGPT5 + claude)
    func `a table says nothing else`(_ model: String) throws {
        let expected = Self.cases.filter { $0.models.contains(model) }.map(\.limit.code.rawValue)
        let written = try BuiltIn.table(model).limits.map(\.code.rawValue)
        // What a way of calling the model takes stands behind what all requests keep to.
        #expect(written.sorted() == expected.sorted())
    }

    @Test(
        arguments: zip(
            openModels + gpt5 + smallGPT5 + claude,
            [
                AnimationPolicy.undocumented, .undocumented, .refused, .refused, .refused,
                .firstFrame,
            ]
        )
    )
    func `what becomes of an animation`(_ model: String, _ policy: AnimationPolicy) throws {
        #expect(try BuiltIn.table(model).animation == policy)
    }

    @Test(arguments: openModels + gpt5 + smallGPT5 + claude)
    func `a number that is assumed or disputed has a note`(_ model: String) throws {
        let table = try BuiltIn.table(model)
        let disputed: Set<FindingCode> = [.bodyBytesInConflict, .imageBytesOverLimit]
        for limit in table.limits
        where limit.evidence != .documented || disputed.contains(limit.code) {
            #expect(limit.note != nil, "\(limit.code.rawValue)")
        }
        #expect(table.tokens.allSatisfy { $0.note != nil })
    }

    @Test(arguments: openModels + gpt5 + smallGPT5 + claude)
    func `a table is dated, titled and advises`(_ model: String) throws {
        let table = try BuiltIn.table(model)
        #expect(table.provider == "Databricks")
        #expect(table.verifiedOn == "2026-11-22")
        // The page of the SQL function is not the models' own.
        let pages = table.sources.filter { $0.key != "ai-query" }.values
        #expect(pages.allSatisfy { $0.checkedOn >= table.verifiedOn })
        #expect(!table.advice.pictures.isEmpty && !table.advice.weaknesses.isEmpty)
    }
}
