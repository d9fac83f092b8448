import PreflightCore

extension FactTests {
    /// What the collections say of Gemini and Vertex.
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
        Fact("400 KB", "databricks-gemini-2-5-pro", .bodyBytesInConflict, .bodyByteCount, 400_000),
        Fact(
            "400 KB",
            "databricks-gemini-2-5-flash",
            .bodyBytesInConflict,
            .bodyByteCount,
            400_000
        ),
        Fact(
            "400 KB",
            "databricks-gemini-2-5-flash-lite",
            .bodyBytesInConflict,
            .bodyByteCount,
            400_000
        ),
        Fact(
            "HTTP URL 15 MiB",
            "vertex-gemini-2.5-pro",
            .fileBytesOverLimit,
            .imageFileByteCount,
            15 * mebibyte
        ),
        Fact(
            "console 7 MiB",
            "vertex-gemini-3.5-flash",
            .fileBytesOverLimit,
            .imageFileByteCount,
            7 * mebibyte
        ),
        Fact(
            "GCS 2 GiB",
            "vertex-gemini-2.5-flash",
            .fileBytesOverLimit,
            .imageFileByteCount,
            2_048 * mebibyte
        ),
        Fact("3-pro preview once 900", "vertex-gemini-3-pro", .tooManyImages, .imageCount, 900),
        Fact(
            "340,234,555 B inline accepted",
            "gemini-2.5-pro",
            .requestBytesOverLimit,
            .bodyByteCount,
            340_234_555
        ),
        Fact(
            "databricks-gemma-3-12b | JPEG PNG WebP GIF | 5",
            "databricks-gemma-3-12b",
            .tooManyImages,
            .imageCount,
            5
        ),
    ]
}
