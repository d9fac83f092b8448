import Testing

@testable import PreflightCore

/// The limits that refuse an image for its shape or its bytes, on both sides of their bounds.
struct LimitFamilyTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let limit: Limit
        let raises: ImageFacts
        let spares: ImageFacts

        init(_ name: String, _ limit: Limit, raises: ImageFacts, spares: ImageFacts) {
            testDescription = name
            self.limit = limit
            self.raises = raises
            self.spares = spares
        }
    }

    static let cases = [
        Case(
            "a strip",
            .atMost(200, .aspectRatio, .aspectRatioRefused),
            raises: facts(201, 1),
            spares: facts(200, 1)
        ),
        Case(
            "a strip on its end, not a whole number of times",
            .atMost(200, .aspectRatio, .aspectRatioRefused),
            raises: facts(2, 401),
            spares: facts(2, 400)
        ),
        Case(
            "a short edge",
            Limit(
                code: .edgeTooShort,
                measure: .shortEdgePixels,
                bound: .atLeast(11),
                evidence: .documented,
                source: "page"
            ),
            raises: facts(10, 300),
            spares: facts(11, 300)
        ),
        Case(
            "an area",
            .within(ResizeTarget(pixelCount: 1_000_000)),
            raises: facts(1_001, 1_000),
            spares: facts(1_000, 1_000)
        ),
        Case(
            "patches",
            .within(ResizeTarget(patches: PatchBudget(edgePixels: 32, count: 30_000))),
            raises: facts(5_444, 6_200),
            spares: facts(5_092, 5_800)
        ),
        Case(
            "a file",
            .atMost(100, .imageFileByteCount, .fileBytesOverLimit),
            raises: facts(10, 10, byteCount: 101),
            spares: facts(10, 10, byteCount: 100)
        ),
        Case(
            "a data URL",
            .atMost(22 + 8, .dataURLByteCount, .dataURLTooLong),
            raises: facts(10, 10, byteCount: 7),
            spares: facts(10, 10, byteCount: 6)
        ),
    ]

    @Test(arguments: cases)
    func `a limit is raised on its wrong side`(_ c: Case) {
        let table = RuleTable.sample([c.limit])
        let raised = table.findings(
            for: InspectedImage(label: .none, facts: c.raises),
            amongImages: 1
        )
        #expect(raised.map(\.code) == [c.limit.code])
        #expect(raised.first?.severity == .error)
        let spared = table.findings(
            for: InspectedImage(label: .none, facts: c.spares),
            amongImages: 1
        )
        #expect(spared.isEmpty)
    }

    @Test
    func `tokens and base64 of a request`() {
        let table = RuleTable.sample([
            .atMost(1_000, .imagesTokenCount, .tooManyTokens),
            .atMost(400, .imagesBase64ByteCount, .requestBytesOverLimit),
        ])
        var totals = RequestTotals(imageCount: 2, fileByteCount: 300, payloadByteCount: 500)
        (totals.tokenCount, totals.base64ByteCount) = (1_000, 400)
        #expect(table.findings(for: totals).isEmpty)
        (totals.tokenCount, totals.base64ByteCount) = (1_001, 401)
        #expect(
            table.findings(for: totals).map(\.code) == [.requestBytesOverLimit, .tooManyTokens]
        )
        (totals.tokenCount, totals.base64ByteCount) = (nil, nil)
        #expect(table.findings(for: totals).isEmpty)
    }

    @Test
    func `a model that takes no images names another, and nothing is cured`() {
        var table = RuleTable.sample([.atMost(0, .imageCount, .tooManyImages)])
        table.instead = "seer"
        let totals = RequestTotals(imageCount: 1, fileByteCount: 1, payloadByteCount: 1)
        let finding = table.findings(for: totals).first
        #expect(finding?.message.description == "The model takes text only: send it to seer.")
        #expect(finding.map { $0.remedy == nil } == true)
        let none = RequestTotals(imageCount: 0, fileByteCount: 0, payloadByteCount: 1)
        #expect(table.findings(for: none).isEmpty)
    }

    private static func facts(_ width: Int, _ height: Int, byteCount: Int = 10) -> ImageFacts {
        let size = PixelSize(width: width, height: height)
        return ImageFacts(
            format: .png,
            byteCount: byteCount,
            header: .success(ImageHeader(size: size))
        )
    }
}

extension Limit {
    fileprivate static func within(_ target: ResizeTarget) -> Limit {
        Limit(
            code: .tooManyPixels,
            measure: .displaySize,
            bound: .within(target),
            evidence: .documented,
            source: "page"
        )
    }
}
