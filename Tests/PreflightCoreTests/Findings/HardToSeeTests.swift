import Testing

@testable import PreflightCore

/// IMG209: each sign on both sides of its bound, by what the model has before it.
struct HardToSeeTests {
    private static func atLeast(_ bound: Int, _ measure: Measure) -> Limit {
        Limit(
            code: .hardToSee,
            measure: measure,
            bound: .atLeast(bound),
            evidence: .inferred,
            source: "page"
        )
    }

    private static let limits = [
        atLeast(24, .contrastLevels), atLeast(13, .sharpnessPercent), atLeast(4, .textHeightPixels),
        Limit(
            code: .largerThanLookedAt,
            measure: .displaySize,
            bound: .within(ResizeTarget(longEdgePixels: 1_000)),
            evidence: .inferred,
            source: "page"
        ),
    ]

    private static func findings(
        _ quality: PictureQuality?,
        longEdge: Int = 1_000,
        change: (inout ImageHeader) -> Void = { _ in }
    ) -> [Finding] {
        var header = ImageHeader(size: PixelSize(width: 500, height: longEdge))
        change(&header)
        let facts = ImageFacts(format: .png, byteCount: 9, header: .success(header))
        var image = InspectedImage(label: .none, facts: facts)
        let decoded = DecodedImage(size: header.size, frameCount: 1, quality: quality)
        image.decoding[.all] = .decoded(decoded)
        return RuleTable.sample(limits).findings(for: image, amongImages: 1)
            .filter { $0.code == .hardToSee }
    }

    private static func quality(
        contrast: Int = 64,
        edge: Double? = nil,
        text: Double? = nil
    ) -> PictureQuality {
        PictureQuality(contrastLevels: contrast, edgeWidthPixels: edge, textHeightPixels: text)
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let quality: PictureQuality?
        let longEdge: Int
        let fact: String?

        init(
            _ description: String,
            _ quality: PictureQuality?,
            longEdge: Int = 1_000,
            _ fact: String?
        ) {
            testDescription = description
            self.quality = quality
            self.longEdge = longEdge
            self.fact = fact
        }
    }

    @Test(arguments: [
        Case("nothing measured", nil, nil),
        Case("blank", quality(contrast: 0), "The picture is of one colour alone"),
        Case(
            "almost blank",
            quality(contrast: 8),
            "The picture is almost of one colour: its lightest and darkest samples are 8 of 255 levels "
                + "apart"
        ),
        Case(
            "faint",
            quality(contrast: 23),
            "The picture has almost no contrast: its lightest and darkest samples are 23 of 255 levels "
                + "apart"
        ),
        Case("contrast at the bound", quality(contrast: 24), nil),
        Case("contrast above it", quality(contrast: 25), nil),
        Case(
            "blurred",
            quality(edge: 9),
            "The picture is blurred: its sharpest edges are about 9 px wide"
        ),
        Case("sharp at the bound", quality(edge: 100.0 / 13), nil),
        Case("sharper", quality(edge: 7), nil),
        Case("blurred, and seen half as large", quality(edge: 14), longEdge: 2_000, nil),
        Case(
            "text below",
            quality(text: 3),
            "Lower-case letters are about 3 px high, and models read letters from about 4 px"
        ),
        Case("text at the bound", quality(text: 4), nil),
        Case("text above it", quality(text: 5), nil),
        Case(
            "text that the resize makes small",
            quality(text: 9),
            longEdge: 4_000,
            "Lower-case letters about 9 px high are about 2 px after the provider's resize to "
                + "125 × 1000 px, and models read letters from about 4 px"
        ),
        Case("text that stays large enough", quality(text: 9), longEdge: 2_000, nil),
    ])
    func `a sign`(_ c: Case) {
        let findings = Self.findings(c.quality, longEdge: c.longEdge)
        #expect(findings.map(\.message.fact) == (c.fact.map { [$0] } ?? []))
        #expect(findings.allSatisfy { $0.severity == .warning && $0.remedy == nil })
    }

    @Test func `each sign is said once`() {
        let findings = Self.findings(Self.quality(contrast: 9, edge: 30, text: 2))
        #expect(findings.map(\.unit) == [.levels, .percent, .pixelsAlong])
        #expect(findings.map(\.measured) == [9, 4, 2])
    }

    @Test func `samples that stand for something else are not judged by their levels`() {
        let faint = Self.quality(contrast: 12)
        #expect(Self.findings(faint) { $0.significantBitCount = 12 }.isEmpty)
    }

    @Test func `an outcome that was scaled is told of its text again`() {
        let page = PixelSize(width: 500, height: 4_000)
        var outcome = InspectedImage(
            label: .none,
            facts: ImageFacts(
                format: .png,
                byteCount: 9,
                header: .success(ImageHeader(size: PixelSize(width: 125, height: 1_000)))
            )
        )
        outcome.scaledFrom = page
        outcome.madeQuality = Self.quality(contrast: 9, text: 2)
        let table = RuleTable.sample(Self.limits)
        let known = Self.findings(Self.quality(contrast: 9, text: 8), longEdge: 4_000)
        #expect(known.count == 2)
        let new = table.newWarnings(of: outcome, besides: known, amongImages: 1)
        #expect(new.map(\.unit) == [.pixelsAlong])
        outcome.scaledFrom = nil
        #expect(table.newWarnings(of: outcome, besides: known, amongImages: 1).isEmpty)
    }
}
