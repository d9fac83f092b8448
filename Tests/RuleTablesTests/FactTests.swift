import Foundation
import PreflightCore
import RuleTables
import Testing

/// The numbers that the collections of facts have, as far as a table can say them: each stands in a
/// table with its evidence and source.
///
/// Where the collections are there, every row is held against them too.
struct FactTests {
    struct Fact: Sendable, CustomTestStringConvertible {
        /// The words of the collection, without the line breaks.
        let words: String
        let table: String
        let code: FindingCode
        let measure: Measure
        let number: Int
        var testDescription: String { "\(table) \(code.rawValue) \(number): \(words)" }

        init(
            _ words: String,
            _ table: String,
            _ code: FindingCode,
            _ measure: Measure,
            _ number: Int
        ) {
            self.words = words
            self.table = table
            self.code = code
            self.measure = measure
            self.number = number
        }
    }

    static let mebibyte = 1_048_576

    @Test(arguments: anthropic + openAI + google + others)
    func `a number stands in its table, with evidence and source`(_ fact: Fact) throws {
        let table = try BuiltIn.table(fact.table)
        let limits = table.limits.filter { $0.code == fact.code && $0.measure == fact.measure }
        let said = limits.flatMap { limit in
            [(limit.bound, limit.source)]
                + (limit.conflict.map { [($0.bound, $0.source)] } ?? [])
        }
        let right = said.filter { $0.0 == .atMost(fact.number) || $0.0 == .atLeast(fact.number) }
        let source = try #require(right.first?.1, "\(limits.map(\.bound))")
        #expect(table.sources[source] != nil)
    }

    /// Sizes that are refused, or what a model looks at.
    @Test(arguments: [
        ("lmstudio", FindingCode.tooManyPixels, ResizeTarget(pixelCount: 26_214_400)),
        ("vllm", .tooManyPixels, ResizeTarget(pixelCount: 178_956_970)),
        ("groq-llama-4-scout", .tooManyPixels, ResizeTarget(pixelCount: 33_177_600)),
        ("qwen-vl-ocr", .tooManyPixels, ResizeTarget(pixelCount: 15_680_000)),
        (
            "gpt-6-astra", .tooManyPixels,
            ResizeTarget(patches: PatchBudget(edgePixels: 32, count: 30_000))
        ),
        (
            "gpt-5.4", .largerThanLookedAt,
            ResizeTarget(
                longEdgePixels: 2_048,
                patches: PatchBudget(edgePixels: 32, count: 2_500)
            )
        ),
        (
            "gpt-5.4", .largerThanLookedAt,
            ResizeTarget(
                longEdgePixels: 6_000,
                patches: PatchBudget(edgePixels: 32, count: 10_000)
            )
        ),
        (
            "gpt-5.2", .largerThanLookedAt,
            ResizeTarget(
                longEdgePixels: 2_048,
                patches: PatchBudget(edgePixels: 32, count: 6_144)
            )
        ),
        (
            "kimi-k3", .largerThanLookedAt,
            ResizeTarget(longEdgePixels: 4_096, shortEdgePixels: 2_160)
        ),
        ("mistral-medium-3", .largerThanLookedAt, ResizeTarget(longEdgePixels: 1_540)),
        ("pixtral-12b", .largerThanLookedAt, ResizeTarget(longEdgePixels: 1_024)),
        ("gpt-4o", .largerThanLookedAt, ResizeTarget(longEdgePixels: 2_048, shortEdgePixels: 768)),
        ("gpt-4o", .largerThanLookedAt, ResizeTarget(longEdgePixels: 512)),
    ])
    func `a size stands in its table`(
        _ table: String,
        _ code: FindingCode,
        _ target: ResizeTarget
    ) throws {
        let limits = try BuiltIn.table(table).limits.filter { $0.code == code }
        #expect(limits.contains { $0.bound == .within(target) }, "\(limits.map(\.bound))")
    }

    @Test
    func `from 4K to 8K only JPEG and PNG, and through ai_query likewise`() throws {
        let large = Condition(
            largerThan: ResizeTarget(longEdgePixels: 3_840, shortEdgePixels: 2_160)
        )
        let dashScope = try BuiltIn.table("qwen3-vl-plus").limits
        #expect(dashScope.contains { $0.condition == large && $0.bound == .oneOf([.jpeg, .png]) })
        let sql = Condition(routes: [Circumstances.aiQueryRoute])
        let takingImages = try RuleTables.files.map {
            try BuiltIn.table(String($0.name.dropLast(".json".count)))
        }
        .filter {
            $0.provider == "Databricks" && $0.limit(.tooManyImages)?.bound != .atMost(0)
        }
        #expect(takingImages.count > 40)
        for table in takingImages {
            #expect(
                table.limits.contains { $0.condition == sql && $0.bound == .oneOf([.jpeg, .png]) },
                "\(table.name)"
            )
        }
    }

    // MARK: - The collections

    static let collections: [String] = {
        // Beside the clone, where the collections are kept.
        let folder = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "shared/reference")
        return ["models.md", "limits.md"]
            .compactMap { try? String(contentsOf: folder.appending(path: $0), encoding: .utf8) }
    }()

    @Test(
        .enabled(if: collections.count == 2, "the collections of facts are not there"),
        arguments: anthropic + openAI + google + others
    )
    func `the words of a row stand in a collection`(_ fact: Fact) {
        #expect(Self.collections.contains { $0.contains(fact.words) })
    }
}
