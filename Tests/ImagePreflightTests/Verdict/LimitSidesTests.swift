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

    /// A limit that several tables share is walked once.
    static let cases = RuleLibrary.builtIn.tables
        .reduce(into: (seen: Set<Limit>(), cases: [Case]())) { all, table in
            for limit in table.limits {
                var shared = limit
                (shared.table, shared.note) = (nil, nil)
                guard all.seen.insert(shared).inserted else { continue }
                all.cases.append(Case(table: table, limit: limit))
            }
        }
        .cases

    @Test(arguments: cases)
    func `a limit is raised on its wrong side only`(_ c: Case) throws {
        // Whatever else it depends on is so; only the number of images is probed.
        let table = c.table.narrowed(to: circumstances(for: c.limit))
        for probe in LimitProbe.probes(around: c.limit) {
            let raised = findings(for: probe.subject, under: table)
                .filter {
                    $0.code == c.limit.code
                }
            #expect(raised.count == (probe.raises == nil ? 0 : 1), "\(probe)")
            guard let finding = raised.first, let expected = probe.raises else { continue }
            #expect(finding.measured == expected.measured)
            #expect(finding.limit == expected.limit)
            #expect(finding.unit == expected.unit)
            #expect(finding.source == c.limit.source)
            #expect(finding.severity == severity(of: c.limit, breaking: expected))
            #expect(finding.remedy == remedy(of: c.limit, probe))
        }
    }

    @Test(arguments: cases)
    func `what was measured never reads like the limit`(_ c: Case) {
        let table = c.table.narrowed(to: circumstances(for: c.limit))
        for probe in LimitProbe.probes(around: c.limit) where probe.raises != nil {
            for finding in findings(for: probe.subject, under: table) {
                guard finding.code == c.limit.code, let limit = finding.limit else { continue }
                // A size has another edge, and a target another bound, which may be anything.
                if case .within = c.limit.bound { continue }
                let numbers = finding.message.fact.replacing(#/[0-9]+ × [0-9]+/#, with: "")
                    .replacing(table.name, with: "")
                    .matches(of: #/[0-9](?:[0-9,.]*[0-9])?/#)
                    .map { String($0.output) }
                #expect(numbers.count { $0 == limit.grouped } <= 1, "\(finding.message.fact)")
            }
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
    func `all tables can be read and have limits`() {
        let tables = RuleLibrary.builtIn.tables
        #expect(tables.map(\.name) == RuleLibrary.builtIn.names)
        #expect(tables.allSatisfy { !$0.limits.isEmpty })
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

    /// Circumstances in which a limit applies.
    private func circumstances(for limit: Limit) -> Circumstances {
        let edge = limit.condition?.largerThan?.longEdgePixels ?? 1
        return Circumstances(
            format: limit.condition?.formats?.first,
            size: limit.condition?.largerThan
                .map { _ in
                    PixelSize(width: edge + 1, height: edge + 1)
                },
            carrier: limit.condition?.sentAs?.first,
            detail: limit.condition?.details?.first,
            route: limit.condition?.routes?.first
        )
    }

    /// The resize of a provider that documents it is a warning, an inferred one a note; what another
    /// source lets pass is an error only where this one is known.
    private func severity(of limit: Limit, breaking raised: LimitProbe.Raised) -> Severity {
        if case .atMost(let most) = limit.conflict?.bound, let measured = raised.measured,
            measured <= most, [.inferred, .unknown].contains(limit.evidence)
        {
            return min(limit.code.page.severity, .warning)
        }
        guard limit.code == .largerThanLookedAt else { return limit.code.page.severity }
        return limit.evidence == .documented ? .warning : .note
    }

    /// A format that is refused is converted where it can be decoded.
    private func remedy(of limit: Limit, _ probe: LimitProbe) -> Remedy? {
        // No split makes a request for a model that takes no images.
        guard limit.bound != .atMost(0) else { return nil }
        guard case .image(let image, _) = probe.subject, limit.code == .unacceptedFormat else {
            return limit.code.page.remedy
        }
        return image.facts.format.isDecodable ? .convert : nil
    }
}
