import PreflightCore

extension FactTests {
    /// What the collections say of all other vendors and servers.
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
        Fact(
            "llama-4-scout/maverick, 2025): 5 images",
            "groq-llama-4-maverick",
            .tooManyImages,
            .imageCount,
            5
        ),
        Fact(
            "base64 request 4 MB (413), URL 20 MB (400)",
            "groq-llama-4-scout",
            .requestBytesOverLimit,
            .bodyByteCount,
            20_000_000
        ),
        Fact(
            "base64 request 4 MB (413), URL 20 MB (400)",
            "groq-llama-4-maverick",
            .requestBytesOverLimit,
            .bodyByteCount,
            20_000_000
        ),
        Fact("141.9 MiB accepted", "kimi-k3", .requestBytesOverLimit, .bodyByteCount, 148_792_934),
        Fact("xAI 25 MB", "grok-4", .fileBytesOverLimit, .imageFileByteCount, 25_000_000),
        Fact(
            "U: whether 20 MiB is raw or base64",
            "grok-4",
            .imageBytesOverLimit,
            .base64ByteCount,
            20 * mebibyte
        ),
        Fact(
            "OCI: png/jpg ≤5 MB in the console",
            "oci-command-a-vision",
            .fileBytesOverLimit,
            .imageFileByteCount,
            5_000_000
        ),
        Fact("≤20 images; OCI", "oci-command-a-vision", .tooManyImages, .imageCount, 20),
        Fact("vLLM/Qwen 28 px", "vllm-qwen2.5-vl", .edgeTooShort, .shortEdgePixels, 28),
        Fact("accepts 50.7 MiB", "novita", .requestBytesOverLimit, .bodyByteCount, 53_162_803),
        Fact("192.6–223 MiB", "z.ai", .requestBytesOverLimit, .bodyByteCount, 201_955_737),
        Fact(
            "databricks-llama-4-maverick | JPEG PNG WebP GIF | 5",
            "databricks-llama-4-maverick",
            .tooManyImages,
            .imageCount,
            5
        ),
    ]
}
