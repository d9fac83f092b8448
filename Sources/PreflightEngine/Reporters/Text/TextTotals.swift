internal import PreflightCore

/// The request's totals, each beside the limits it is held against.
struct TextTotals {
    let report: Report
    let style: TextStyle

    /// One line a total, then the findings about the request.
    var lines: [String] {
        let totals = report.request.totals
        let counted = [
            lines("images", totals.imageCount.grouped, .imageCount),
            lines("files", "\(totals.fileByteCount.grouped) bytes", .fileByteCount),
            lines("body", "\(totals.payloadByteCount.grouped) bytes", .bodyByteCount),
        ]
        let tokens = report.request.tokenCount.map { lines("tokens", $0.grouped, nil) } ?? []
        return counted.flatMap(\.self) + tokens
            + report.request.findings.flatMap {
                style.lines(style.label($0), of: $0.message, indent: 3)
            }
    }

    private func lines(_ name: String, _ value: String, _ measure: Measure?) -> [String] {
        let bounds = report.request.limits.filter { $0.measure == measure }.compactMap(\.phrase)
        let limit = bounds.isEmpty ? "" : " of " + bounds.joined(separator: ", ")
        let label = TextStyle.Label(name.padded(to: 6))
        let lines = style.lines(label, value + limit, indent: 3)
        guard lines.count == 1 else { return lines }
        return ["   \(label.text)  \(value)" + style.faint(limit)]
    }
}

extension Limit {
    /// The bound as a number; one on which the sources conflict is named so.
    fileprivate var phrase: String? {
        guard case .atMost(let most) = bound else { return nil }
        return code == .bodyBytesInConflict ? "perhaps \(most.grouped)" : most.grouped
    }
}
