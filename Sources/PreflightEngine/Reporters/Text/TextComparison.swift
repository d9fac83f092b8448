internal import PreflightCore

/// The same images under several models: which takes which, and where they differ.
///
/// Models that say the same of every image are one column.
struct TextComparison {
    /// Models that say the same of every image.
    fileprivate struct Column {
        var names: [String]
        var report: Report
        /// The reports of the other models, whose cures may be others.
        var others: [Report] = []
        /// What the images cost under each model where that is known.
        var tokenCounts: [Int]
    }

    private static let pricedModelCountAtMost = 6

    private let columns: [Column]
    private let choice: ReportStyle
    private let style: TextStyle
    private let origins: [String]
    /// The folder that all images are in, which is named once.
    private let folder: String

    /// Prepares the comparison.
    ///
    /// - Parameters:
    ///   - reports: At least two, about the same images.
    ///   - style: What the caller chose.
    init(reports: [Report], style: ReportStyle) {
        choice = style
        self.style = TextStyle(style)
        var columns: [Column] = []
        var places: [[Outcome]: Int] = [:]
        for report in reports {
            // Of a few models, what they cost tells them apart too.
            let isTold = reports.count <= Self.pricedModelCountAtMost
            let price = isTold ? [Outcome(costing: report.request.tokenCount)] : []
            let outcomes =
                price + [Outcome(report.verdict, report.request.findings)]
                + report.images.map { Outcome($0.shownVerdict, $0.findings) }
            let name = report.model.name.neutralised
            let tokens = [report.request.tokenCount].compactMap(\.self)
            if let place = places[outcomes] {
                columns[place].names.append(name)
                columns[place].others.append(report)
                columns[place].tokenCounts += tokens
            } else {
                places[outcomes] = columns.count
                columns.append(Column(names: [name], report: report, tokenCounts: tokens))
            }
        }
        self.columns = columns
        folder = reports.first?.commonFolder ?? ""
        origins = Set(reports.map(\.model.origin)).sorted()
    }
}

extension TextComparison {
    /// The blocks, between which a line is empty.
    var blocks: [[String]] {
        let groups = FindingGroup.groups(
            in: columns.map(\.report),
            withRequest: true,
            others: columns.map(\.others)
        )
        let alike = groups.filter(\.isAlike)
        let different = groups.filter { !$0.isAlike }
        let text = TextGroups(
            aligning: groups,
            style: style,
            in: folder,
            namesModels: !different.isEmpty
        )
        let section = { (title: String, groups: [FindingGroup], detail: TextDetail) in
            groups.isEmpty
                ? [] : style.wrapped(style.strong(title)) + text.lines(of: groups, detail)
        }
        let isBrief = choice.extent == .statistics
        let blocks = { (detail: TextDetail) in
            [
                models + members + alone,
                isBrief ? [] : matrix,
                section("All of them:", alike, detail),
                section("Where they differ, by the models' numbers:", different, detail)
                    + (isBrief ? [] : detail.remark(in: self.style)),
            ]
        }
        return isBrief ? blocks(.titles) : TextDetail.fitting(blocks)
    }

    /// The models of each column whose row has no room for their names: those that fit into one line,
    /// or all where everything is listed.
    private var members: [String] {
        columns.enumerated()
            .flatMap { place, column in
                let lines = style.lines(
                    TextStyle.Label("\(place + 1)"),
                    column.allNames,
                    indent: 1
                )
                let isCut = column.names.count > 1 && column.allNames.columnCount > Self.nameColumns
                return isCut && (lines.count == 1 || choice.extent == .everyImage) ? lines : []
            }
    }

    /// The columns that names have in a row, beside which the others would be far.
    fileprivate static let nameColumns = 60

    /// The verdicts on each image alone, where it is a limit of the whole request that fails.
    private var alone: [String] {
        columns.enumerated()
            .flatMap { place, column in
                TextConclusion(report: column.report, style: style).alone
                    .flatMap { style.lines(TextStyle.Label("\(place + 1)"), $0, indent: 1) }
            }
    }
}

extension TextComparison {
    /// A row a column of the matrix: its models, their verdict, and how many images have which.
    private var models: [String] {
        let verdicts = Verdict.allCases.filter { verdict in
            columns.contains { $0.report.images.contains { $0.shownVerdict == verdict } }
        }
        let rows = columns.enumerated()
            .map { place, column in
                let counts = column.report.images.verdictCounts
                return ["\(place + 1)", column.report.verdict.rawValue]
                    + verdicts.map { (counts[$0] ?? 0).grouped }
                    + [column.tokens]
            }
        let heads = ["", "VERDICT"] + verdicts.map(\.mark) + ["TOKENS"]
        let widths = heads.indices.map { index in
            ([heads] + rows).map { $0[index].columnCount }.max() ?? 0
        }
        let rest = widths.reduce(1) { $0 + $1 + 2 }
        let room = (style.columnCount ?? Int.max / 2) - rest
        guard room >= Self.narrowestNameColumn else { return stackedModels(verdicts) }
        let names = columns.map { $0.phrase(toColumns: room) }
        let nameWidth = max(names.map(\.columnCount).max() ?? 0, 5)
        let line = { (cells: [String], name: String) in
            let padded = zip(cells.indices, cells)
                .map { index, cell in
                    index == 1
                        ? cell.padded(to: widths[index])
                        : cell.padded(to: widths[index], before: " ")
                }
            return
                (" \(padded[0])  \(name.padded(to: nameWidth))  "
                + padded.dropFirst().joined(separator: "  "))
                .trimmedAtEnd
        }
        return heading + [style.faint(line(heads, "MODEL"))] + zip(rows, names).map(line)
    }

    /// What is compared.
    private var heading: [String] {
        let imageCount = columns[0].report.images.count
        let images = imageCount == 1 ? "1 image" : "\(imageCount.grouped) images"
        return style.wrapped(
            style.strong("\(images), \(modelCount) models")
                + " (\(origins.joined(separator: "; ")))"
                + folder.asPlace
        )
    }

    /// The models with what is said of each below its name, for a terminal without room for columns.
    private func stackedModels(_ verdicts: [Verdict]) -> [String] {
        let width = columns.count.grouped.count
        let indent = width + 3
        let room = (style.columnCount ?? 0) - indent
        let margin = String(repeating: " ", count: indent)
        let lines = columns.enumerated()
            .flatMap { place, column in
                let counts = column.report.images.verdictCounts
                let facts =
                    [column.report.verdict.rawValue]
                    + verdicts.map { "\($0.mark) \((counts[$0] ?? 0).grouped)" }
                    + (column.tokens.isEmpty ? [] : ["\(column.tokens) tokens"])
                let number = (place + 1).grouped.padded(to: width, before: " ")
                return [" \(number)  \(column.phrase(toColumns: room))"]
                    + style.wrapped(margin + facts.joined(separator: ", "), indent: indent)
            }
        return heading + lines
    }

    /// The narrowest to which models' names are shortened beside other columns.
    private static let narrowestNameColumn = 16

    private var modelCount: Int { columns.reduce(0) { $0 + $1.names.count } }

    /// The images, those with the same verdicts in one row where there are many.
    private var matrix: [String] {
        let width = columns.count.grouped.count
        guard columns.count > 1, columns.count * (width + 1) <= matrixWidthAtMost else { return [] }
        let heads = columns.indices.map { "\($0 + 1)".padded(to: width, before: " ") }
        return [style.faint(" \(heads.joined(separator: " "))  IMAGE")]
            + rows.map { verdicts, names in
                let marks = verdicts.map { verdict in
                    String(repeating: " ", count: width - 1) + style.verdict(verdict, verdict.mark)
                }
                return " \(marks.joined(separator: " "))  \(names)"
            }
    }

    /// Of a narrow terminal, half is left for names.
    private var matrixWidthAtMost: Int { (style.columnCount ?? 100) / 2 }

    private var rows: [(verdicts: [Verdict], names: String)] {
        let images = columns[0].report.images
        let room = (style.columnCount ?? 100) - 3 - columns.count * 2
        let verdicts = { (image: Int) in columns.map { $0.report.images[image].shownVerdict } }
        guard images.count > TextReporter.listedImageCountAtMost else {
            return images.indices.map { image in
                let name = images[image].source.dropFirst(folder.count).description.neutralised
                let isCut = style.columnCount != nil
                return (verdicts(image), isCut ? name.shortened(toColumns: room) : name)
            }
        }
        return Dictionary(grouping: images.indices, by: verdicts)
            .sorted { one, other in
                let (rank, otherRank) = (one.key.max() ?? .accepted, other.key.max() ?? .accepted)
                return (otherRank, other.value.count, one.value[0])
                    < (rank, one.value.count, other.value[0])
            }
            .map { verdicts, places in
                let count = "\(places.count.grouped) \(places.count == 1 ? "image" : "images")"
                guard verdicts.contains(where: { $0 != .accepted }) else {
                    return (verdicts, "\(count), not shown" + style.everyImageHint)
                }
                let names = places.prefix(3)
                    .map { images[$0].source.dropFirst(folder.count).description.neutralised }
                return (verdicts, Self.line(of: names, after: "\(count): ", toColumns: room))
            }
    }

    /// As many names as fit; the count before them tells how many there are.
    private static func line(
        of names: [String],
        after count: String,
        toColumns room: Int
    ) -> String {
        let first = names.first?.shortened(toColumns: room - count.count) ?? ""
        return names.dropFirst()
            .reduce(count + first) { line, name in
                let longer = "\(line), \(name)"
                return longer.columnCount <= room ? longer : line
            }
    }
}

extension TextComparison.Column {
    /// What the images cost, from the cheapest of the models to the dearest.
    fileprivate var tokens: String {
        guard let least = tokenCounts.min(), let most = tokenCounts.max() else { return "" }
        return least == most ? least.grouped : "\(least.grouped)–\(most.grouped)"
    }

    /// The models' names, or where there is no room for all how many there are and the first.
    fileprivate func phrase(toColumns room: Int) -> String {
        guard names.count > 1 else { return names[0].shortened(toColumns: room) }
        return allNames.cut(toColumns: min(room, TextComparison.nameColumns))
    }

    /// All of the models' names, and how many there are.
    fileprivate var allNames: String {
        "\(names.count.grouped) models: \(names.joined(separator: ", "))"
    }
}

/// What a model says of an image, without its words.
private struct Outcome: Hashable {
    let verdict: Verdict
    let codes: [String]

    /// What all images cost, in the place of words.
    init(costing tokenCount: Int?) {
        verdict = .accepted
        codes = [tokenCount?.grouped ?? ""]
    }

    init(_ verdict: Verdict, _ findings: [Finding]) {
        self.verdict = verdict
        codes = findings.map { "\($0.code.rawValue)\($0.severity.rawValue)" }
    }
}
