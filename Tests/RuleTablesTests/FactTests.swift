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

    private static let mebibyte = 1_048_576

    static let anthropic = [
        Fact("8,000 × 8,000", "claude-sonnet-4", .edgeTooLong, .longEdgePixels, 8_000),
        Fact("≤2,000 px safe", "claude-sonnet-4", .edgeTooLongForCount, .longEdgePixels, 2_000),
        Fact(
            "10 MB base64 (API)",
            "claude-sonnet-4",
            .imageBytesOverLimit,
            .base64ByteCount,
            10_485_760
        ),
        Fact(
            "5 MB base64 (Bedrock, GCP)",
            "bedrock-claude-sonnet-4",
            .imageBytesOverLimit,
            .base64ByteCount,
            5_242_880
        ),
        Fact(
            "5 MB base64 (Bedrock, GCP)",
            "vertex-claude-sonnet-4",
            .imageBytesOverLimit,
            .base64ByteCount,
            5_242_880
        ),
        Fact(
            "100 images (200k context) / 600",
            "claude-sonnet-4",
            .tooManyImages,
            .imageCount,
            100
        ),
        Fact(
            "100 images (200k context) / 600",
            "claude-opus-4-6",
            .tooManyImages,
            .imageCount,
            600
        ),
        Fact(
            "Request 32 MB direct",
            "claude-sonnet-4",
            .requestBytesOverLimit,
            .bodyByteCount,
            32_000_000
        ),
        Fact(
            "20 MB Bedrock",
            "bedrock-claude-sonnet-4",
            .requestBytesOverLimit,
            .bodyByteCount,
            20_000_000
        ),
        Fact(
            "30 MB Vertex",
            "vertex-claude-sonnet-4",
            .requestBytesOverLimit,
            .bodyByteCount,
            30_000_000
        ),
        Fact("<200 px small images degrade", "claude-sonnet-4", .tooSmall, .shortEdgePixels, 200),
    ]

    static let openAI = [
        Fact("512 MB, 1,500 images a request", "gpt-5", .tooManyImages, .imageCount, 1_500),
        Fact(
            "512 MB, 1,500 images a request",
            "gpt-5",
            .requestBytesOverLimit,
            .bodyByteCount,
            512_000_000
        ),
        Fact("allowed limit of 50MB", "gpt-5", .bodyBytesInConflict, .bodyByteCount, 50_000_000),
        Fact(
            "20 MB an image, 10 images a chat call",
            "azure-gpt-5",
            .fileBytesOverLimit,
            .imageFileByteCount,
            20_971_520
        ),
        Fact(
            "20 MB an image, 10 images a chat call",
            "azure-gpt-5",
            .tooManyImages,
            .imageCount,
            10
        ),
        Fact(
            "data URI over 65,520 characters",
            "azure-gpt-5",
            .dataURLTooLong,
            .dataURLByteCount,
            65_520
        ),
    ]

    static let google = [
        Fact("Vertex: 3,000 images", "vertex-gemini-2.5-pro", .tooManyImages, .imageCount, 3_000),
        Fact(
            "inline part 256 MB",
            "vertex-gemini-2.5-pro",
            .requestBytesOverLimit,
            .bodyByteCount,
            256_000_000
        ),
        Fact(
            "Distributed Cloud: 100 images",
            "gemini-distributed-cloud",
            .tooManyImages,
            .imageCount,
            100
        ),
        Fact(
            "exceeds the maximum number of tokens allowed 1048576",
            "gemini-2.5-pro",
            .tooManyTokens,
            .imagesTokenCount,
            1_048_576
        ),
        Fact("3,600", "gemini-2.5-pro", .tooManyImages, .imageCount, 3_600),
        Fact(
            "under 200K input tokens",
            "databricks-gemini-2-5-pro",
            .tooManyTokens,
            .imagesTokenCount,
            200_000
        ),
        Fact(
            "100 MB documented",
            "gemini-2.5-pro",
            .requestBytesOverLimit,
            .bodyByteCount,
            100_000_000
        ),
        Fact(
            "20 MB inline (older)",
            "gemini-2.5-pro",
            .bodyBytesInConflict,
            .bodyByteCount,
            20_000_000
        ),
    ]

    static let others = [
        Fact("Payload 25 MB", "nova-lite", .requestBytesOverLimit, .bodyByteCount, 25_000_000),
        Fact("≤20 images, each ≤3.75 MB", "nova-lite", .tooManyImages, .imageCount, 20),
        Fact(
            "≤20 images, each ≤3.75 MB",
            "nova-lite",
            .fileBytesOverLimit,
            .imageFileByteCount,
            3_750_000
        ),
        Fact("≤8000×8000 px", "nova-lite", .edgeTooLong, .longEdgePixels, 8_000),
        Fact("10,000 × 10,000", "mistral-medium-3", .edgeTooLong, .longEdgePixels, 10_000),
        Fact("10 MB, 8 images", "mistral-medium-3", .tooManyImages, .imageCount, 8),
        Fact(
            "10 MB, 8 images",
            "mistral-medium-3",
            .fileBytesOverLimit,
            .imageFileByteCount,
            10_000_000
        ),
        Fact(
            "20 MB an image, no token answer",
            "mistral-medium-3",
            .fileBytesOverLimit,
            .imageFileByteCount,
            20_000_000
        ),
        Fact("20 MiB an image", "grok-4", .fileBytesOverLimit, .imageFileByteCount, 20 * mebibyte),
        Fact("qwen/qwen3.8-27b: 3 images", "groq-qwen3.8-27b", .tooManyImages, .imageCount, 3),
        Fact(
            "20 MB for a request with an image URL",
            "groq-qwen3.8-27b",
            .requestBytesOverLimit,
            .bodyByteCount,
            20_000_000
        ),
        Fact(
            "llama-4-scout/maverick, 2025): 5 images",
            "groq-llama-4-scout",
            .tooManyImages,
            .imageCount,
            5
        ),
        Fact(
            "base64 request 4 MB (413)",
            "groq-llama-4-scout",
            .requestBytesOverLimit,
            .bodyByteCount,
            4_000_000
        ),
        Fact("llama-3.2-vision: 1 image", "groq-llama-3.2-vision", .tooManyImages, .imageCount, 1),
        Fact("each side >10 px", "qwen3-vl-plus", .edgeTooShort, .shortEdgePixels, 11),
        Fact("aspect ratio ≤200:1", "qwen3-vl-plus", .aspectRatioRefused, .aspectRatio, 200),
        Fact(
            "base64 string 10 MB",
            "qwen3-vl-plus",
            .imageBytesOverLimit,
            .base64ByteCount,
            10_000_000
        ),
        Fact(
            "item 20,971,520 B exactly",
            "qwen3-vl-plus",
            .imageBytesOverLimit,
            .base64ByteCount,
            20_971_520
        ),
        Fact(
            "10 MB by URL; base64 string 10 MB",
            "qwen3-vl-plus",
            .fileBytesOverLimit,
            .imageFileByteCount,
            10_000_000
        ),
        Fact("250 items", "qwen3-vl-plus", .tooManyImages, .imageCount, 250),
        Fact(
            "doc 64 MiB",
            "qwen3-vl-plus",
            .requestBytesOverLimit,
            .bodyByteCount,
            64 * mebibyte
        ),
        Fact(
            "body 512 MiB accepted",
            "qwen3-vl-plus",
            .requestBytesOverLimit,
            .bodyByteCount,
            512 * mebibyte
        ),
        Fact("600 images", "deepseek-flash", .tooManyImages, .imageCount, 600),
        Fact(
            "Body 48 MiB",
            "deepseek-flash",
            .requestBytesOverLimit,
            .bodyByteCount,
            48 * mebibyte
        ),
        Fact(
            "image 32 MiB (base64 or URL)",
            "deepseek-flash",
            .fileBytesOverLimit,
            .imageFileByteCount,
            32 * mebibyte
        ),
        Fact(
            "64 MiB by file_id",
            "deepseek-flash",
            .fileBytesOverLimit,
            .imageFileByteCount,
            64 * mebibyte
        ),
        Fact(
            "all images 64 MiB (200 MiB with file_id)",
            "deepseek-flash",
            .requestBytesOverLimit,
            .fileByteCount,
            64 * mebibyte
        ),
        Fact(
            "all images 64 MiB (200 MiB with file_id)",
            "deepseek-flash",
            .requestBytesOverLimit,
            .fileByteCount,
            200 * mebibyte
        ),
        Fact("8,192 px a side", "deepseek-flash", .edgeTooLong, .longEdgePixels, 8_192),
        Fact(
            "4,096 px from 15 images on",
            "deepseek-flash",
            .edgeTooLongForCount,
            .longEdgePixels,
            4_096
        ),
        Fact("body 100 MB", "kimi-k3", .requestBytesOverLimit, .bodyByteCount, 100_000_000),
        Fact("doc: 30 images", "fireworks", .tooManyImages, .imageCount, 30),
        Fact("measured 60 images", "fireworks", .tooManyImages, .imageCount, 60),
        Fact(
            "all base64 <10 MB",
            "fireworks",
            .requestBytesOverLimit,
            .imagesBase64ByteCount,
            10_000_000
        ),
        Fact("5 MB by URL", "fireworks", .fileBytesOverLimit, .imageFileByteCount, 5_000_000),
        Fact(
            "304 MiB accepted",
            "fireworks",
            .requestBytesOverLimit,
            .imagesBase64ByteCount,
            304 * mebibyte
        ),
        Fact("≤20 images; OCI", "command-a-vision", .tooManyImages, .imageCount, 20),
        Fact("DeepInfra | 8 images", "deepinfra", .tooManyImages, .imageCount, 8),
        Fact(
            "128 MiB body, 10 MiB an image",
            "minimax",
            .requestBytesOverLimit,
            .bodyByteCount,
            128 * mebibyte
        ),
        Fact(
            "128 MiB body, 10 MiB an image",
            "minimax",
            .fileBytesOverLimit,
            .imageFileByteCount,
            10 * mebibyte
        ),
        Fact(
            "NVIDIA NIM API | 25 MiB body",
            "nvidia-nim",
            .requestBytesOverLimit,
            .bodyByteCount,
            25 * mebibyte
        ),
        Fact(
            "Ollama cloud | 16 MiB body",
            "ollama",
            .requestBytesOverLimit,
            .bodyByteCount,
            16 * mebibyte
        ),
        Fact(
            "Nebius | 10 MiB an image",
            "nebius",
            .fileBytesOverLimit,
            .imageFileByteCount,
            10 * mebibyte
        ),
        Fact(
            "message says 20 MB",
            "novita",
            .requestBytesOverLimit,
            .bodyByteCount,
            20_000_000
        ),
        Fact("12 images; 1,024²", "scaleway-pixtral-12b", .tooManyImages, .imageCount, 12),
        Fact("50 MB base64", "perplexity", .imageBytesOverLimit, .base64ByteCount, 50_000_000),
    ]

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
        for name in ["databricks-claude-sonnet-4-5", "databricks-gpt-5-4", "databricks-kimi-k3"] {
            let limits = try BuiltIn.table(name).limits
            #expect(limits.contains { $0.condition == sql && $0.bound == .oneOf([.jpeg, .png]) })
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
