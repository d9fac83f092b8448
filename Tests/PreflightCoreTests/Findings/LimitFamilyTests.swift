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

    @Test(arguments: [
        (201, 1, "201"), (200_001, 1_000, "200.001"), (2_001, 10, "200.1"), (601, 2, "300.5"),
        (20_000_001, 100_000, "200.00001"), (1_000, 3, "333.3"),
    ])
    func `a ratio is told with the digits that tell it from its bound`(
        longEdge: Int,
        shortEdge: Int,
        times: String
    ) {
        let limit = Limit.atMost(200, .aspectRatio, .aspectRatioRefused)
        for facts in [Self.facts(longEdge, shortEdge), Self.facts(shortEdge, longEdge)] {
            let findings = RuleTable.sample([limit])
                .findings(for: InspectedImage(label: .none, facts: facts), amongImages: 1)
            let fact = findings.first?.message.fact ?? ""
            #expect(fact.contains(" px is \(times) times the other, and "), "\(fact)")
            #expect(fact.hasSuffix("takes at most 200 times"), "\(fact)")
        }
    }

    @Test(arguments: cases)
    func `what was measured never reads like its bound`(_ c: Case) {
        let finding = RuleTable.sample([c.limit])
            .findings(for: InspectedImage(label: .none, facts: c.raises), amongImages: 1).first
        guard let finding, let bound = finding.limit else {
            Issue.record("nothing was found")
            return
        }
        #expect(finding.measured != bound)
        let numbers = finding.message.fact.matches(of: #/[0-9][0-9,.]*[0-9]|[0-9]/#)
            .map { String($0.output) }
        #expect(numbers.contains { $0 != bound.grouped })
        #expect(numbers.count { $0 == bound.grouped } == 1, "\(finding.message.fact)")
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
