internal import PreflightCore

/// The images of a report as aligned columns, each image's findings under its line.
struct TextTable {
    /// One image.
    struct Row {
        var verdict: Verdict
        var isChanged: Bool
        var cells: [String]
        var findings: [Finding]
        var remarks: [Remark]
    }

    /// A line under an image that is no finding.
    struct Remark {
        var isFailure: Bool
        var title: String
        var text: Text
    }

    /// What a line says.
    enum Text {
        case finding(Finding)
        case message(Message)
        case receipt(String)
    }

    let rows: [Row]
    let style: TextStyle
    let words: CureWords
    private let widths: [Int]

    init(rows: [Row], style: TextStyle, words: CureWords) {
        self.rows = rows
        self.words = words
        self.style = style
        widths = Self.headings.indices.map { column in
            let cells = rows.map { $0.cells[column].count }
            let widest = max(cells.max() ?? 0, Self.headings[column].count)
            return column == 0 ? min(widest, Self.widestNameColumn) : widest
        }
    }

    private static let headings = ["IMAGE", "FORMAT", "PIXELS", "BYTES", "TOKENS"]

    /// Columns of numbers, which are aligned on the right.
    private static let numberColumns: Set<Int> = [2, 3, 4]

    /// The widest a name's column grows; a longer name pushes its own line only.
    private static let widestNameColumn = 48
}

extension TextTable {
    /// The heading and every image's lines.
    var lines: [String] {
        guard !rows.isEmpty else { return [] }
        let heading = "   " + padded(Self.headings).joined(separator: "  ")
        return [style.faint(heading.trimmedAtEnd)] + rows.flatMap(lines)
    }

    private func lines(of row: Row) -> [String] {
        let mark = style.verdict(row.verdict, row.mark)
        let cells = padded(row.cells).joined(separator: "  ").trimmedAtEnd
        let findings = row.findings.map { "     \(line(of: $0))" }
        let remarks = row.remarks.map { remark in
            let title = remark.isFailure ? style.severity(.error, remark.title) : remark.title
            let text =
                switch remark.text {
                case .finding(let finding): line(of: finding)
                case .message(let message): message.sentence(in: words).neutralised
                case .receipt(let receipt): receipt.neutralised
                }
            return "     \(title)  \(text)"
        }
        return [" \(mark) \(cells)"] + findings + remarks
    }

    private func line(of finding: Finding) -> String {
        let severity = style.severity(finding.severity, finding.severity.rawValue)
        return
            "\(finding.code.rawValue) \(severity)  \(finding.message.sentence(in: words).neutralised)"
    }

    private func padded(_ cells: [String]) -> [String] {
        zip(cells.indices, cells)
            .map { column, cell in
                Self.numberColumns.contains(column)
                    ? cell.padded(to: widths[column], before: " ")
                    : cell.padded(to: widths[column])
            }
    }
}

extension TextTable.Row {
    /// Creates the lines of one image.
    ///
    /// - Parameters:
    ///   - image: The image.
    ///   - namesRequest: Whether it is said which request holds it, since there are several.
    init(_ image: ImageReport, namesRequest: Bool) {
        let header = image.facts.flatMap { try? $0.header.get() }
        let frames = header.map { $0.isAnimated ? " × \($0.frameCount) frames" : "" } ?? ""
        self.init(
            verdict: image.verdict,
            isChanged: image.isChanged,
            cells: [
                image.source.neutralised,
                image.facts.map(\.format.displayName) ?? "",
                header.map { "\($0.displaySize)\(frames)" } ?? "",
                image.facts.map(\.byteCount.grouped) ?? "",
                image.tokenCount.map(\.grouped) ?? "",
            ],
            findings: image.findings,
            remarks: Self.remarks(on: image, namesRequest: namesRequest)
        )
    }

    /// What became of the image: what was accepted and is changed all the same is told apart.
    fileprivate var mark: String {
        verdict == .accepted && isChanged ? "→" : verdict.mark
    }

    private static func remarks(on image: ImageReport, namesRequest: Bool) -> [TextTable.Remark] {
        let failures = [("unchecked", image.error), ("not written", image.refusal)]
        let failed = failures.compactMap { title, reason in
            reason.map { TextTable.Remark(isFailure: true, title: title, text: .message($0)) }
        }
        guard let plan = image.plan, image.error == nil else { return failed }
        let notes = image.notes.map {
            TextTable.Remark(isFailure: false, title: "note", text: .message($0))
        }
        // What is said of the outcome stands under it.
        let raised = image.outputFindings.map {
            TextTable.Remark(isFailure: false, title: " ", text: .finding($0))
        }
        let tiles = image.output?.tiles ?? []
        return failed + [change(of: image, by: plan, namesRequest: namesRequest)].compactMap(\.self)
            + tiles.map { receipt(of: $0, namesRequest: namesRequest) } + raised + notes
    }

    /// What was or would be done to an image; nil where nothing would.
    private static func change(
        of image: ImageReport,
        by plan: Plan,
        namesRequest: Bool
    ) -> TextTable.Remark? {
        guard let output = image.output else {
            let planned = TextTable.Remark(
                isFailure: false,
                title: "plan",
                text: .receipt(plan.phrase)
            )
            return plan.isEmpty ? nil : planned
        }
        let what = plan.isEmpty ? "unchanged" : plan.phrase
        let size = "\(output.format.displayName), \(output.size), \(output.byteCount.grouped) bytes"
        let request = namesRequest ? output.request.map { "request \($0.grouped)" } : nil
        let path = (output.path ?? request).map { "\($0): " } ?? ""
        return TextTable.Remark(
            isFailure: false,
            title: "→",
            text: .receipt("\(path)\(size): \(what)")
        )
    }
}

extension TextTable.Row {
    /// Where a tile lies in its image, and where it was written.
    private static func receipt(of tile: TileReport, namesRequest: Bool) -> TextTable.Remark {
        let (part, size) = (tile.rectangle, tile.rectangle.size)
        let lies = "x \(part.x), y \(part.y), \(size), \(tile.byteCount.grouped) bytes"
        let scale = tile.scale == 1 ? "" : ", scaled to \(Int((tile.scale * 100).rounded())) %"
        let request = namesRequest ? tile.request.map { "request \($0.grouped)" } : nil
        let place = (tile.path ?? request).map { "\($0): " } ?? ""
        return TextTable.Remark(
            isFailure: false,
            title: " ",
            text: .receipt("\(place)\(lies)\(scale)")
        )
    }
}

extension Verdict {
    /// One character that can be told from the others without colour.
    fileprivate var mark: String {
        switch self {
        case .accepted: "✓"
        case .fixable: "~"
        case .rejected: "✗"
        case .unchecked: "?"
        }
    }
}

extension String {
    fileprivate var trimmedAtEnd: String {
        guard utf8.last == UInt8(ascii: " ") else { return self }
        let last = utf8.lastIndex { $0 != UInt8(ascii: " ") }
        return last.map { String(self[..<utf8.index(after: $0)]) } ?? ""
    }
}
