internal import PreflightCore

/// The verdict on a request, with how many images have which, and what came of them.
struct TextConclusion {
    let report: Report
    let style: TextStyle

    /// The verdict; then that on each image alone, where the request as a whole is what fails; then
    /// what was written.
    var lines: [String] { [verdict] + alone.flatMap(style.wrapped) + written }

    private var verdict: String {
        let isAboutRequest = report.request.findings.contains { $0.severity == .error }
        let isSaid = report.images.count != 1
        let details =
            (isAboutRequest ? ["the request"] : [])
            + (isSaid ? [report.images.verdictCounts.phrase] : [])
        let detail = details.filter { !$0.isEmpty }.joined(separator: "; ")
        let changedCount = report.images.count { $0.output != nil && $0.isChanged }
        let change = changedCount == 0 ? "" : "; \(changedCount.grouped) changed"
        return style.verdict(report.verdict, report.verdict.rawValue)
            + (isSaid && !detail.isEmpty ? ": \(detail)" : "") + change
    }

    /// The verdict on each image alone, as a sentence; none where nobody asks.
    var alone: [String] {
        guard let counts = report.verdictsAlone else { return [] }
        let count = report.images.count.grouped
        let how = style.words.phrase(.judgeEachAlone).map { " (\($0))" } ?? ""
        return [
            "\(count) images were judged as one request; each alone: \(counts.phrase)\(how)"
        ]
    }

    private var written: [String] {
        let images = report.images.filter { $0.output?.path != nil }
        guard !images.isEmpty, report.images.count > 1 else { return [] }
        let before = images.reduce(0) { $0 + ($1.facts?.byteCount ?? 0) }
        let after = images.reduce(0) { $0 + ($1.output?.byteCount ?? 0) }
        let omitted = report.images.count - images.count
        let sizes =
            before == after
            ? "\(before.grouped) bytes" : "\(before.grouped) → \(after.grouped) bytes"
        return [
            "\(images.count.grouped) of \(report.images.count.grouped) written, \(sizes)"
                + (omitted == 0 ? "" : "; \(omitted.grouped) left out")
        ]
    }
}

extension [ImageReport] {
    /// How many images have each verdict.
    var verdictCounts: [Verdict: Int] {
        reduce(into: [:]) { $0[$1.verdict, default: 0] += 1 }
    }
}

extension [Verdict: Int] {
    /// The counts from best to worst, `3 accepted, 1 fixable`.
    var phrase: String {
        Verdict.allCases
            .compactMap { verdict in
                self[verdict].map { "\($0.grouped) \(verdict.rawValue)" }
            }
            .joined(separator: ", ")
    }
}
