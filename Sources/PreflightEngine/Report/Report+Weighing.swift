package import PreflightCore

extension Report {
    /// The report with other severities, and with the verdicts that follow from them.
    ///
    /// - Parameter severity: What a finding weighs; nil where it does not count.
    /// - Returns: The report.
    package func reweighed(by severity: @escaping (Finding) -> Severity?) -> Report {
        let weighed = { (findings: [Finding]) in
            findings.compactMap { finding in
                severity(finding)
                    .map { severity in
                        var finding = finding
                        finding.severity = severity
                        return finding
                    }
            }
        }
        var report = self
        report.request.findings = weighed(request.findings)
        for index in images.indices {
            let findings = weighed(images[index].findings)
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
