import Testing

@testable import PreflightCore

/// Limits that hold under conditions, and limits that sources dispute.
struct ConditionTests {
    private static let size = PixelSize(width: 3_000, height: 2_000)

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let condition: Condition
        let holding: [Circumstances]
        let failing: [Circumstances]
    }

    @Test(arguments: [
        Case(
            testDescription: "number of images",
            condition: .imageCountMoreThan(14),
            holding: [Circumstances(imageCount: 15), Circumstances(imageCount: 16)],
            failing: [Circumstances(imageCount: 14), Circumstances(imageCount: 0)]
        ),
        Case(
            testDescription: "format",
            condition: Condition(formats: [.bmp, .tiff]),
            holding: [Circumstances(format: .bmp), Circumstances(format: .tiff)],
            failing: [Circumstances(format: .png)]
        ),
        Case(
            testDescription: "size",
            condition: Condition(
                largerThan: ResizeTarget(longEdgePixels: 3_840, shortEdgePixels: 2_160)
            ),
            holding: [
                Circumstances(size: PixelSize(width: 3_841, height: 100)),
                Circumstances(size: PixelSize(width: 2_161, height: 2_161)),
            ],
            failing: [
                Circumstances(size: PixelSize(width: 3_840, height: 2_160)),
                Circumstances(size: PixelSize(width: 2_160, height: 3_840)),
            ]
        ),
        Case(
            testDescription: "way of the image",
            condition: Condition(sentAs: [.address, .fileID]),
            holding: [Circumstances(carrier: .address)],
            failing: [Circumstances(carrier: .dataURL)]
        ),
        Case(
            testDescription: "detail",
            condition: Condition(details: ["low", Circumstances.defaultDetail]),
            holding: [Circumstances(detail: "low"), Circumstances(detail: "default")],
            failing: [Circumstances(detail: "high")]
        ),
        Case(
            testDescription: "route",
            condition: Condition(routes: ["ai_query"]),
            holding: [Circumstances(route: "ai_query")],
            failing: [Circumstances(route: "chat")]
        ),
        Case(
            testDescription: "two at once",
            condition: Condition(imageCountMoreThan: 2, formats: [.gif]),
            holding: [Circumstances(imageCount: 3, format: .gif)],
            failing: [
                Circumstances(imageCount: 2, format: .gif),
                Circumstances(imageCount: 3, format: .png),
            ]
        ),
    ])
    func `a condition holds, fails, or waits to be known`(_ c: Case) {
        #expect(c.holding.allSatisfy(c.condition.holds))
        #expect(!c.failing.contains(where: c.condition.holds))
        #expect(!c.condition.holds(in: Circumstances()))
        #expect(c.condition.split(by: Circumstances())?.open == c.condition)
        #expect(c.failing.allSatisfy { c.condition.split(by: $0) == nil })
        #expect(!c.condition.phrase.isEmpty)
    }

    // MARK: - In tables

    private static let formats = """
        {"code": "IMG101", "measure": "format", "oneOf": ["jpeg", "png", "webp", "bmp"],
         "evidence": "documented", "source": "a"}
        """

    private static func table(_ limits: String, tokens: String = "[]") throws -> RuleTable {
        let text = """
            {"schemaVersion": 2, "name": "m", "title": "M", "provider": "P", "verifiedOn": "2026-01-02",
             "sources": {"a": {"title": "A", "address": "https://a.example", "checkedOn": "2026-01-01"}},
             "limits": [\(formats), \(limits)], "tokens": \(tokens)}
            """
        return try RuleTable(json: Array(text.utf8), file: "m.json")
    }

    private static func image(
        _ format: ImageFormat,
        _ width: Int = 100,
        _ height: Int = 100,
        byteCount: Int = 1_000
    ) -> InspectedImage {
        let size = PixelSize(width: width, height: height)
        let header = ImageHeader(size: size, orientation: .upright, frameCount: 1)
        return InspectedImage(
            label: .none,
            facts: ImageFacts(format: format, byteCount: byteCount, header: .success(header))
        )
    }

    private static func codes(_ findings: [Finding]) -> [String] {
        findings.filter { $0.severity > .note }.map(\.code.rawValue)
    }

    @Test
    func `large pictures in fewer formats are converted, and may not be larger still`() throws {
        let table = try Self.table(
            #"{"code": "IMG101", "measure": "format", "oneOf": ["jpeg", "png"], "#
                + #""when": {"largerThan": {"longEdgePixels": 3840, "shortEdgePixels": 2160}}, "#
                + #""evidence": "documented", "source": "a"}"#
        )
        #expect(
            Self.codes(table.findings(for: Self.image(.webp, 3_840, 2_160), amongImages: 1)) == []
        )
        #expect(
            Self.codes(table.findings(for: Self.image(.png, 3_841, 2_160), amongImages: 1)) == []
        )
        let large = Self.image(.webp, 3_841, 2_160)
        let finding = try #require(table.findings(for: large, amongImages: 1).first)
        #expect(finding.code == .unacceptedFormat && finding.remedy == .convert)
        #expect(finding.message.fact.contains("m takes JPEG or PNG over 3,840 px"))
        let plan = try table.plan(for: large, amongImages: 1)
        #expect([.jpeg, .png].contains(plan.encoding?.format))
    }

    @Test
    func `a route narrows formats, and a detail what is looked at`() throws {
        let table = try Self.table(
            #"{"code": "IMG101", "measure": "format", "oneOf": ["jpeg", "png"], "#
                + #""when": {"routes": ["ai_query"]}, "evidence": "documented", "source": "a"}, "#
                + #"{"code": "IMG203", "measure": "displaySize", "within": {"longEdgePixels": 2048}, "#
                + #""evidence": "documented", "source": "a"}, "#
                + #"{"code": "IMG203", "measure": "displaySize", "within": {"longEdgePixels": 512}, "#
                + #""when": {"details": ["low"]}, "evidence": "documented", "source": "a"}"#,
            tokens: """
                [{"method": "fixed", "tokenCount": 9, "evidence": "documented", "source": "a", "detail":
                {"low": {"method": "fixed", "tokenCount": 1, "evidence": "documented", "source": "a"},
                 "high": {"method": "fixed", "tokenCount": 9, "evidence": "documented", "source": "a"},
                 "tiny": {"method": "fixed", "tokenCount": 2, "evidence": "documented", "source": "a"}}}]
                """
        )
        let webp = Self.image(.webp, 1_000, 1_000)
        #expect(Self.codes(table.findings(for: webp, amongImages: 1)) == [])
        let sql = table.narrowed(to: Circumstances(route: "ai_query"))
        #expect(Self.codes(sql.findings(for: webp, amongImages: 1)) == ["IMG101"])

        let large = Self.image(.png, 3_000, 100)
        func limit(_ detail: String, _ image: InspectedImage) -> [Int?] {
            table.narrowed(to: Circumstances(detail: detail)).findings(for: image, amongImages: 1)
                .map(\.limit)
        }
        #expect(limit("default", large) == [2_048] && limit("high", large) == [2_048])
        #expect(limit("low", large) == [512] && limit("low", Self.image(.png, 512, 9)) == [])
        // Nobody says what is looked at where images are billed apart.
        #expect(limit("tiny", large) == [])
    }

    @Test(arguments: [
        ("inferred", 31, Severity.warning), ("unknown", 60, .warning), ("inferred", 61, .error),
        ("documented", 31, .error), ("measured", 31, .error), ("documented", 61, .error),
    ])
    func `a disputed bound weighs by its evidence, and both are told`(
        _ evidence: String,
        _ imageCount: Int,
        _ severity: Severity
    ) throws {
        let table = try Self.table(
            #"{"code": "REQ401", "measure": "imageCount", "atMost": 30, "evidence": "\#(evidence)", "#
                + #""source": "a", "conflict": {"atMost": 60, "evidence": "measured", "source": "a"}}"#
        )
        func findings(_ count: Int) -> [Finding] {
            table.findings(
                for: RequestTotals(imageCount: count, fileByteCount: 0, payloadByteCount: 0)
            )
        }
        #expect(findings(30).isEmpty)
        let finding = try #require(findings(imageCount).first)
        #expect(finding.severity == severity)
        // Over both, the better known decides.
        let isOverBoth = imageCount > 60
        let isExchanged = isOverBoth && evidence == "inferred"
        #expect(finding.limit == (isExchanged ? 60 : 30))
        let bounds =
            isExchanged
            ? "60 (measured; another source says 30, inferred"
            : "30 (\(evidence); another source says 60, measured"
        let end = isOverBoth ? ", which is broken too)" : ")"
        #expect(finding.message.fact.hasSuffix("takes at most \(bounds)\(end)"))
    }

    @Test
    func `documents count where the table says so, and the last turn where it does`() throws {
        func findings(_ member: String, _ totals: RequestTotals) throws -> [Finding] {
            try Self.table(
                #"{"code": "REQ401", "atMost": 10, "evidence": "documented", "source": "a", \#(member)}"#
            )
            .findings(for: totals)
        }
        var totals = RequestTotals(imageCount: 10, fileByteCount: 0, payloadByteCount: 0)
        totals.documentCount = 1
        totals.lastTurnImageCount = 2
        let images = #""measure": "imageCount""#
        #expect(try findings(images, totals).isEmpty)
        let both = try findings(images + #", "includesDocuments": true"#, totals)
        #expect(both.first?.measured == 11)
        #expect(both.first?.message.fact.contains("10 images and 1 document") == true)
        let last = #""measure": "lastTurnImageCount""#
        #expect(try findings(last, totals).isEmpty)
        totals.lastTurnImageCount = 11
        #expect(
            try findings(last, totals).first?.message.fact.hasPrefix("The last turn has 11") == true
        )
        totals.lastTurnImageCount = nil
        totals.imageCount = 12
        #expect(try findings(last, totals).first?.measured == 12)
    }
}
