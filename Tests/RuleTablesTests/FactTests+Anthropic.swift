import PreflightCore

extension FactTests {
    /// What the collections say of Anthropic, direct and through clouds.
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
        Fact(
            "body 33,452,885 B accepted",
            "claude-sonnet-4",
            .requestBytesOverLimit,
            .bodyByteCount,
            33_452_885
        ),
        Fact(
            "databricks-claude-opus-4-6, -sonnet-4-6 | 1M | 600",
            "databricks-claude-opus-4-6",
            .tooManyImages,
            .imageCount,
            600
        ),
        Fact(
            "databricks-claude-sonnet-4, -sonnet-4-5, -opus-4-1, -opus-4-5, -haiku-4-5 | 200k | 100",
            "databricks-claude-haiku-4-5",
            .tooManyImages,
            .imageCount,
            100
        ),
    ]
}
