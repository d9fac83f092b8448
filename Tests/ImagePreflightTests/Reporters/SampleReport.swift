import PreflightCore

@testable import PreflightEngine

/// Reports made by hand, with everything a reporter has to cope with.
enum SampleReport {
    /// Six images in decode mode: fine, curable, refused, foreign, unreadable, and one whose name
    /// tries to rule the terminal.
    static let full = Report(
        tool: ToolReport(version: "9.8.7", codecVersion: "8.14.1"),
        model: ModelReport(name: "sample-model", table: "built-in", verifiedOn: "2026-01-02"),
        mode: .decode,
        verdict: .unchecked,
        request: request,
        images: [fine, curable, hostile, cut, foreign, unreadable]
    )

    /// One image that is fine, headers only, under a table from a file.
    static let single = Report(
        tool: full.tool,
        model: ModelReport(name: "other", table: "rules/other\u{7}.json", verifiedOn: "2025-12-31"),
        mode: .headers,
        verdict: .accepted,
        request: RequestReport(
            totals: RequestTotals(imageCount: 1, fileByteCount: 790, payloadByteCount: 1_250),
            limits: [],
            findings: []
        ),
        images: [fine]
    )

    /// ``full`` without the names and words that have to be escaped.
    static var plain: Report {
        var report = full
        report.images.removeAll { $0.source == hostile.source }
        return report
    }

    private static let request = RequestReport(
        totals: RequestTotals(
            imageCount: 6,
            fileByteCount: 12_345_678,
            payloadByteCount: 16_461_234
        ),
        tokenCount: 1_234,
        limits: [
            .init(
                code: .tooManyImages,
                measure: .imageCount,
                bound: .atMost(5),
                evidence: .documented,
                source: "vision"
            ),
            .init(
                code: .requestBytesOverLimit,
                measure: .bodyByteCount,
                bound: .atMost(10_000_000),
                evidence: .documented,
                source: "vision"
            ),
            .init(
                code: .bodyBytesInConflict,
                measure: .bodyByteCount,
                bound: .atMost(4_000_000),
                evidence: .documented,
                source: "payload"
            ),
        ],
        findings: [
            Finding(
                code: .tooManyImages,
                message: Message(
                    "There are 6 images, and at most 5 are taken",
                    help: .apply(.split)
                ),
                measured: 6,
                limit: 5,
                unit: .images,
                source: "vision"
            ),
            Finding(
                code: .bodyBytesInConflict,
                message: Message("The body is large", help: .sendLess)
            ),
        ]
    )

    private static let fine = ImageReport(
        source: "pictures/fine.png",
        verdict: .accepted,
        facts: ImageFacts(
            format: .png,
            byteCount: 790,
            header: .success(ImageHeader(size: PixelSize(width: 256, height: 208)))
        ),
        tokenCount: 210,
        findings: []
    )

    private static let curable = ImageReport(
        source: "a name that is much longer than any column of a table should ever be.webp",
        verdict: .fixable,
        facts: ImageFacts(
            format: .webp,
            byteCount: 12_000_000,
            header: .success(
                ImageHeader(
                    size: PixelSize(width: 9_000, height: 10),
                    orientation: Orientation(rawValue: 6) ?? .upright,
                    frameCount: 12,
                    hasAlpha: true,
                    iccProfile: ICCProfile(isStandard: false, name: "Wide"),
                    hasGPS: true
                )
            )
        ),
        tokenCount: 1_024,
        findings: [
            Finding(
                code: .edgeTooLong,
                message: Message("9000 × 10 px is longer than 8,000 px", help: .apply(.downscale)),
                measured: 9_000,
                limit: 8_000,
                unit: .pixelsAlong,
                source: "vision"
            ),
            Finding(
                code: .carriesGPS,
                message: Message("A position", help: .apply(.stripMetadata))
            ),
            Finding(code: .transparent, message: Message("Transparency", help: .apply(.flatten))),
        ]
    )

    /// Controls, a colour sequence, bidirectional overrides, quotes, and a message with all.
    private static let hostile = ImageReport(
        source: "evil\u{1B}[31m\n\u{202E}gnp.exe\u{2066}\u{0}\u{9B}\"\\/é🖼\u{2028}.jpg",
        verdict: .accepted,
        facts: ImageFacts(
            format: .jpeg,
            byteCount: 1_000,
            header: .success(
                ImageHeader(
                    size: PixelSize(width: 1, height: 1),
                    bitsPerSample: 16,
                    colorModel: .cmyk
                )
            )
        ),
        findings: [
            Finding(
                code: .unusualColor,
                message: Message(
                    "The profile “\u{1B}]0;title\u{7}\u{202E}”",
                    help: .apply(.convertToSRGB)
                )
            )
        ]
    )

    private static let cut = ImageReport(
        source: "cut.gif",
        verdict: .rejected,
        facts: ImageFacts(format: .gif, byteCount: 9, header: .failure(.truncated(offset: 9))),
        findings: [Finding(code: .undecodable, message: Message("Half a GIF", help: .getAgain))]
    )

    private static let foreign = ImageReport(
        source: "page.pdf",
        verdict: .rejected,
        facts: ImageFacts(
            format: .pdf,
            byteCount: 3_000_000_000,
            header: .failure(.notDecodable)
        ),
        findings: [
            Finding(
                code: .unacceptedFormat,
                message: Message("The content is PDF", help: .exportAgain),
                source: "vision"
            )
        ]
    )

    private static let unreadable = ImageReport(
        source: "gone.png",
        verdict: .unchecked,
        findings: [],
        error: "No such file or directory"
    )
}
