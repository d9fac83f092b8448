package import PreflightCore

extension Report {
    /// The report with the findings of some codes alone, and with the verdicts that follow.
    package func counting(_ codes: Set<FindingCode>) -> Report {
        let counted = { (findings: [Finding]) in findings.filter { codes.contains($0.code) } }
        var report = self
        report.request.findings = counted(request.findings)
        for index in images.indices {
            let findings = counted(images[index].findings)
            guard findings != images[index].findings else { continue }
            report.images[index].findings = findings
            report.images[index].verdict = Verdict(of: findings)
        }
        // Which findings an image would have alone is not kept.
        if report.images.map(\.verdict) != images.map(\.verdict) { report.verdictsAlone = nil }
        report.verdict = report.images.map(\.verdict)
            .reduce(Verdict(of: report.request.findings), max)
        return report
    }

    /// The report without the findings that weigh less than a severity; the verdicts stay.
    package func without(below severity: Severity) -> Report {
        var report = self
        report.request.findings.removeAll { $0.severity < severity }
        for index in images.indices {
            report.images[index].findings.removeAll { $0.severity < severity }
        }
        return report
    }
}
