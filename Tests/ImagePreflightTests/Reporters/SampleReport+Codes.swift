import PreflightCore

@testable import PreflightEngine

extension SampleReport {
    /// A report that raises every code once, those of requests about the request.
    static var codes: Report {
        var report = single
        report.model = full.model
        let isOfRequest: (FindingCode) -> Bool = { $0.rawValue.hasPrefix("REQ") }
        report.images = FindingCode.allCases.filter { !isOfRequest($0) }
            .map { image("images/\($0.rawValue).png", raising: $0) }
        report.request.findings = FindingCode.allCases.filter(isOfRequest).map(finding)
        report.request.totals.imageCount = report.images.count
        report.verdict = report.images.map(\.verdict).max() ?? .accepted
        return report
    }

    /// An image with a finding.
    static func image(_ source: String, raising code: FindingCode) -> ImageReport {
        let finding = finding(code)
        return ImageReport(
            source: source,
            verdict: Verdict(of: [finding]),
            facts: ImageFacts(
                format: .png,
                byteCount: 790,
                header: .success(ImageHeader(size: PixelSize(width: 256, height: 208)))
            ),
            findings: [finding]
        )
    }

    private static func finding(_ code: FindingCode) -> Finding {
        Finding(code: code, message: Message(code.page.title, help: .act("mend | it, 100%")))
    }
}
