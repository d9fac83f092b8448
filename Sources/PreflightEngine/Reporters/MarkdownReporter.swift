public import PreflightCore

/// A summary in GitHub's Markdown, as the page of a workflow's run shows it: totals, how often each
/// code was raised, and the images that are worst off.
///
/// Text from outside is escaped: it is no markup, no link and no HTML.
public struct MarkdownReporter: Reporter {
    /// How cures are worded.
    public var words: CureWords

    /// The most images that are listed; of the others it is said how many there are.
    public var imageCountAtMost: Int

    /// Creates a reporter.
    public init(words: CureWords = .neutral, imageCountAtMost: Int = 20) {
        self.words = words
        self.imageCountAtMost = imageCountAtMost
    }

    /// One section a model, ending in a newline.
    public func text(for reports: [Report]) -> String {
        reports.map(section).joined(separator: "\n")
    }
}

extension MarkdownReporter {
    private func section(_ report: Report) -> String {
        let heading =
            "## imgcheck: \(report.verdict.rawValue) for \(report.model.name.markdownCode)\n"
        let blocks = [heading, totals(report), codes(report), images(report)]
        return blocks.filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// How many images have each verdict, and what all are together.
    private func totals(_ report: Report) -> String {
        let totals = report.request.totals
        let verdicts = Verdict.allCases.compactMap { verdict -> String? in
            let count = report.images.count { $0.verdict == verdict }
            return count == 0 ? nil : "\(count.grouped) \(verdict.rawValue)"
        }
        let cells = [
            ("images", totals.imageCount.grouped),
            ("verdicts", verdicts.joined(separator: ", ")),
            ("bytes of all files", totals.fileByteCount.grouped),
            ("bytes of the body", totals.payloadByteCount.grouped),
            ("tokens", report.request.tokenCount?.grouped ?? ""),
            ("rules of", report.model.verifiedOn.markdownText),
        ]
        .filter { !$0.1.isEmpty }
        return Self.table(
            header: cells.map(\.0),
            rows: [cells.map(\.1)],
            alignments: cells.map { _ in "---" }
        )
    }

    /// A row a code that was raised, the gravest first.
    private func codes(_ report: Report) -> String {
        let remarks = report.remarks
        let rows = Dictionary(grouping: remarks) { "\($0.severity.rawValue) \($0.name)" }
            .values
            .compactMap { group in group.first.map { ($0, group.count) } }
            .sorted { one, other in
                (other.0.severity, one.0.name) < (one.0.severity, other.0.name)
            }
            .map { remark, count in
                [
                    remark.name, remark.severity.rawValue,
                    remark.title, count.grouped,
                ]
            }
        guard !rows.isEmpty else { return "" }
        return Self.table(
            header: ["code", "severity", "what it says", "times"],
            rows: rows,
            alignments: ["---", "---", "---", "---:"]
        )
    }

    /// What is to be said of the request, then of the images that are worst off.
    private func images(_ report: Report) -> String {
        let request = report.request.remarks.map { "* \(sentence($0))\n" }.joined()
        let ranked = report.imagesFromWorst.map(\.image).filter { !$0.remarks.isEmpty }
        let shown = ranked.prefix(imageCountAtMost).map(item).joined()
        let others = ranked.count - imageCountAtMost
        let rest =
            others > 0
            ? "\n\(others == 1 ? "1 more is" : "\(others.grouped) more are") not listed.\n" : ""
        return request + shown + rest
    }

    private func item(_ image: ImageReport) -> String {
        "* \(image.source.markdownCode): **\(image.verdict.rawValue)**\n"
            + image.remarks.map { "  * \(sentence($0))\n" }.joined()
    }

    private func sentence(_ remark: Remark) -> String {
        "\(remark.name) \(remark.severity.rawValue): "
            + remark.message.sentence(in: words).markdownText
    }

    private static func table(
        header: [String],
        rows: [[String]],
        alignments: [String]
    ) -> String {
        ([header, alignments] + rows).map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
    }
}
