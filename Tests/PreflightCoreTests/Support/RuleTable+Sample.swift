import PreflightCore

extension RuleTable {
    /// A table for tests: the four formats and `limits`, under a name of its own.
    static func sample(_ limits: [Limit] = [], formats: [ImageFormat]? = nil) -> RuleTable {
        let accepted = Limit(
            code: .unacceptedFormat,
            measure: .format,
            bound: .oneOf(formats ?? [.jpeg, .png, .gif, .webp]),
            evidence: .documented,
            source: "page"
        )
        return RuleTable(
            name: "sample",
            title: "Sample",
            provider: "Nobody",
            verifiedOn: "2026-01-01",
            sources: [:],
            limits: [accepted] + limits,
            tokens: [],
            advice: Advice()
        )
    }
}

extension Limit {
    /// A limit on one number, documented on a page.
    static func atMost(
        _ bound: Int,
        _ measure: Measure,
        _ code: FindingCode,
        when condition: Condition? = nil,
        evidence: Evidence = .documented
    ) -> Limit {
        Limit(
            code: code,
            measure: measure,
            bound: .atMost(bound),
            condition: condition,
            evidence: evidence,
            source: "page"
        )
    }
}
