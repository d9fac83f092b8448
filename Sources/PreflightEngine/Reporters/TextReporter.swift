public import PreflightCore

/// A table that a person reads at a glance: one line an image, findings under it, the request's
/// totals against its limits, the verdict, and what was written.
///
/// Text from outside (file names, profile names) is neutralised: it is shown and never obeyed.
public struct TextReporter: Reporter {
    /// Whether verdicts and severities are coloured, for terminals.
    public var usesColor: Bool

    /// Whether images are left out that have no finding and were not changed.
    public var isQuiet: Bool

    /// How cures are worded.
    public var words: CureWords

    /// Creates a reporter.
    public init(usesColor: Bool = false, isQuiet: Bool = false, words: CureWords = .neutral) {
        self.words = words
        self.usesColor = usesColor
        self.isQuiet = isQuiet
    }

    /// One section a model, each ending with its verdict.
    public func text(for reports: [Report]) -> String {
        reports.map(section).joined(separator: "\n")
    }
}

extension TextReporter {
    private func section(_ report: Report) -> String {
        let shown = report.images.filter { !isQuiet || $0.hasSomethingToSay }
        let namesRequests = report.requests.count > 1
        let rows = shown.map { TextTable.Row($0, namesRequest: namesRequests) }
        let table = TextTable(rows: rows, style: style, words: words)
        let blocks = [
            [heading(report)],
            table.lines,
            TextTotals(report: report, style: style, words: words).lines,
            [conclusion(report)],
            TextReceipts(receipts: report.requests).lines,
        ]
        return blocks.filter { !$0.isEmpty }
            .map { $0.joined(separator: "\n") + "\n" }
            .joined(separator: "\n")
    }

    private var style: TextStyle { TextStyle(usesColor: usesColor) }

    private func heading(_ report: Report) -> String {
        let table = report.model.table
        let origin = table == RuleTable.builtInOrigin ? "" : " in \(table.neutralised)"
        let mode = report.mode == .headers ? ", headers only" : ""
        return style.strong(report.model.name.neutralised)
            + " (rules of \(report.model.verifiedOn)\(origin)\(mode))"
    }

    private func conclusion(_ report: Report) -> String {
        let counts = Verdict.allCases.compactMap { verdict -> String? in
            let count = report.images.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(count.grouped) \(verdict.rawValue)"
        }
        let isAboutRequest = report.request.findings.contains { $0.severity == .error }
        let details = (isAboutRequest ? ["the request"] : []) + [counts.joined(separator: ", ")]
        let detail = details.filter { !$0.isEmpty }.joined(separator: "; ")
        let isSaid = report.images.count != 1 && !detail.isEmpty
        let changedCount = report.images.count { $0.output != nil && $0.isChanged }
        let change = changedCount == 0 ? "" : "; \(changedCount.grouped) changed"
        return style.verdict(report.verdict, report.verdict.rawValue)
            + (isSaid ? ": \(detail)" : "") + change
    }
}

extension ImageReport {
    /// Whether something was or would be done to the image.
    var isChanged: Bool { plan.map { !$0.isEmpty } ?? false }

    /// Whether a person should look at the image's line.
    fileprivate var hasSomethingToSay: Bool {
        !findings.isEmpty || error != nil || refusal != nil || isChanged
    }
}
