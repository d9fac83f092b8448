import ImagePreflight
import PreflightCore
import Testing

/// Every limit of every built-in table, on three sides.
///
/// The limits are walked, not listed: a new table is tested by being there.
struct LimitSidesTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let table: RuleTable
        let limit: Limit
        var testDescription: String { "\(table.name) \(limit.code.rawValue)" }
    }

    static let cases = BuiltIn.tables.flatMap { table in
        table.limits.map { Case(table: table, limit: $0) }
    }

    @Test(arguments: cases)
    func `a limit is raised on its wrong side only`(_ c: Case) throws {
        for probe in LimitProbe.probes(around: c.limit) {
            let raised = findings(for: probe.subject, under: c.table)
                .filter {
                    $0.code == c.limit.code
                }
            #expect(raised.count == (probe.raises == nil ? 0 : 1), "\(probe)")
            guard let finding = raised.first, let expected = probe.raises else { continue }
            #expect(finding.measured == expected.measured)
            #expect(finding.limit == expected.limit)
            #expect(finding.unit == expected.unit)
            #expect(finding.source == c.limit.source)
            #expect(finding.severity == severity(of: c.limit))
            #expect(finding.remedy == remedy(of: c.limit, probe))
        }
    }

    @Test(arguments: cases)
    func `a limit has probes on both sides`(_ c: Case) {
        let probes = LimitProbe.probes(around: c.limit)
        #expect(probes.contains { $0.raises == nil })
        #expect(probes.contains { $0.raises != nil })
        #expect(probes.count >= 3)
    }

    @Test
    func `six tables have limits`() {
        #expect(Set(Self.cases.map(\.table.name)).count == 6)
    }

    private func findings(
        for subject: LimitProbe.Subject,
        under table: RuleTable
    ) -> [Finding] {
        switch subject {
        case .image(let image, let count): table.findings(for: image, amongImages: count)
        case .request(let totals): table.findings(for: totals)
        }
    }

    /// The resize of a provider that documents it is a warning, an inferred one a note.
    private func severity(of limit: Limit) -> Severity {
        guard limit.code == .largerThanLookedAt else { return limit.code.page.severity }
        return limit.evidence == .documented ? .warning : .note
    }

    /// A format that is refused is converted where it can be decoded.
    private func remedy(of limit: Limit, _ probe: LimitProbe) -> Remedy? {
        guard case .image(let image, _) = probe.subject, limit.code == .unacceptedFormat else {
            return limit.code.page.remedy
        }
        return image.facts.format.isDecodable ? .convert : nil
    }
}
