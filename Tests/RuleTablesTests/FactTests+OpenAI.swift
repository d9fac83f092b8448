import PreflightCore

extension FactTests {
    /// What the collections say of OpenAI and Azure.
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
        Fact("20 MB an image, 10 images a chat call", "azure-o3", .tooManyImages, .imageCount, 10),
        Fact(
            "20 MB an image, 10 images a chat call",
            "azure-gpt-5.4-mini",
            .tooManyImages,
            .imageCount,
            10
        ),
        Fact(
            "20 MB an image, 10 images a chat call",
            "azure-o4-mini",
            .fileBytesOverLimit,
            .imageFileByteCount,
            20_971_520
        ),
        Fact(
            "databricks-gpt-5 | JPEG PNG WebP GIF | 500",
            "databricks-gpt-5",
            .tooManyImages,
            .imageCount,
            500
        ),
    ]
}
