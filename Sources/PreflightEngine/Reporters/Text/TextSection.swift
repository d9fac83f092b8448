internal import PreflightCore

/// What is said of images under one model's table.
struct TextSection {
    let report: Report
    let choice: ReportStyle
    private let style: TextStyle

    init(report: Report, style: ReportStyle) {
        self.report = report
        choice = style
        self.style = TextStyle(style, of: report)
    }
}

extension TextSection {
    /// The blocks, between which a line is empty.
    var blocks: [[String]] {
        let conclusion = TextConclusion(report: report, style: style).lines
        guard choice.extent != .statistics else {
            return [heading(in: ""), groups(withRequest: true, .titles), conclusion]
        }
        let totals = TextTotals(report: report, style: style).lines
        let receipts = TextReceipts(receipts: report.requests).lines
            .flatMap { style.wrapped($0) }
        guard isFolded else {
            return [heading(in: ""), table, totals, conclusion, receipts]
        }
        return TextDetail.fitting { detail in
            [
                heading(in: report.commonFolder),
                groups(withRequest: false, detail)
                    + TextChanges(report: report, style: style).lines + fold,
                totals, conclusion, receipts,
            ]
        }
    }

    private func isShown(_ image: ImageReport) -> Bool {
        !choice.isQuiet || image.hasSomethingToSay
    }

    /// Whether images are not listed one by one.
    private var isFolded: Bool {
        choice.extent == .automatic
            && report.images.count(where: isShown) > TextReporter.listedImageCountAtMost
    }

    private var table: [String] {
        let namesRequests = report.requests.count > 1
        return TextTable(
            rows: report.images.lazy.filter(isShown)
                .map { TextTable.Row($0, namesRequest: namesRequests) },
            style: style
        )
        .lines
    }

    private func groups(withRequest: Bool, _ detail: TextDetail) -> [String] {
        let groups = FindingGroup.groups(in: [report], withRequest: withRequest)
        return TextGroups(aligning: groups, style: style, in: report.commonFolder)
            .lines(of: groups, detail)
    }

    /// How many images are not named above.
    private var fold: [String] {
        let count = report.images.count { image in
            image.verdict == .accepted && image.findings.allSatisfy { $0.severity == .note }
        }
        guard count > 0 else { return [] }
        let images = "   \(count.grouped) accepted without a warning, not shown"
        return style.wrapped(images + style.everyImageHint, indent: 3).map(style.faint)
    }

    private func heading(in folder: String) -> [String] {
        style.wrapped(
            style.strong(report.model.name.neutralised) + " (\(report.model.origin)"
                + (report.mode == .headers ? ", headers only" : "") + ")" + folder.asPlace
        )
    }
}

extension String {
    /// The folder that images are in, as the end of a heading; nothing for none,
    /// or for the working directory.
    var asPlace: String { isEmpty || self == "./" ? "" : ", images in \(neutralised)" }
}

extension Report {
    /// The folder that all images are in, with the slash at its end; empty for none.
    var commonFolder: String {
        guard let first = images.first?.source, images.count > 1 else { return "" }
        var folder = first.prefix(throughLast: "/")
        for image in images where !folder.isEmpty && !image.source.hasPrefix(folder) {
            while !folder.isEmpty, !image.source.hasPrefix(folder) {
                folder = folder.dropLast().description.prefix(throughLast: "/")
            }
        }
        return folder
    }
}

extension String {
    fileprivate func prefix(throughLast separator: Character) -> String {
        lastIndex(of: separator).map { String(self[...$0]) } ?? ""
    }
}

extension ModelReport {
    /// Whose rules they are where the model has another name, how old they are, and where they
    /// stand where they are not built in.
    var origin: String {
        let place = table == RuleTable.builtInOrigin ? "" : " in \(table.neutralised)"
        let owner = tableName.map { "\($0.neutralised), " } ?? ""
        return "rules of \(owner)\(verifiedOn)\(place)"
    }
}

extension ImageReport {
    /// Whether something was or would be done to the image.
    var isChanged: Bool {
        plan.map { !$0.isEmpty } ?? false || !(output?.corrections ?? []).isEmpty
    }

    /// Whether a person should look at the image's line.
    fileprivate var hasSomethingToSay: Bool {
        verdict != .accepted || isMisplaced || !findings.isEmpty || refusal != nil || isChanged
    }
}
