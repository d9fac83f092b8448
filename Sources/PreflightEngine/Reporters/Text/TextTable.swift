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
        /// nil where the title says it all.
        var text: Text?
    }

    /// What a line says.
    enum Text {
        case finding(Finding)
        case message(Message)
        case receipt(String)
    }

    let rows: [Row]
    let style: TextStyle
    private let widths: [Int]

    /// Whether what is known of an image stands below its name, since the terminal is too narrow
    /// for columns.
    private let isStacked: Bool

    init(rows: [Row], style: TextStyle) {
        self.rows = rows
        self.style = style
        var widths = Self.headings.indices.map { column in
            let cells = rows.map { $0.cells[column].columnCount }
            return max(cells.max() ?? 0, Self.headings[column].count)
        }
        let room = Self.room(beside: widths.dropFirst(), in: style.columnCount)
        isStacked = room < min(widths[0], Self.narrowestNameColumn)
        widths[0] = min(widths[0], room)
        self.widths = widths
    }

    /// The columns that names may take: what the others leave of the terminal.
    private static func room(beside others: ArraySlice<Int>, in columnCount: Int?) -> Int {
        guard let columnCount else { return widestNameColumn }
        return columnCount - markWidth - others.reduce(0) { $0 + $1 + 2 }
    }

    /// What stands before a name: the mark, with a space on either side.
    private static let markWidth = 3

    private static let headings = ["IMAGE", "FORMAT", "PIXELS", "BYTES", "TOKENS"]

    /// What stands after what a column says where it has no heading.
    private static let units = ["", "", "", " bytes", " tokens"]

    /// Columns of numbers, which are aligned on the right.
    private static let numberColumns: Set<Int> = [2, 3, 4]

    /// The widest a name's column grows where lines may be as long as they are; a longer name
    /// pushes its own line only.
    private static let widestNameColumn = 48

    /// The narrowest to which names are shortened beside other columns.
    private static let narrowestNameColumn = 16
}

extension TextTable {
    /// The heading and every image's lines.
    var lines: [String] {
        guard !rows.isEmpty else { return [] }
        let heading = "   " + padded(Self.headings).joined(separator: "  ")
        return (isStacked ? [] : [style.faint(heading.trimmedAtEnd)])
            + sayingOnce(rows).flatMap(lines)
    }

    /// The rows with the reason why nothing was written at its first image alone, where several share
    /// it.
    private func sayingOnce(_ rows: [Row]) -> [Row] {
        var said: Set<Message> = []
        return rows.map { row in
            var row = row
            for index in row.remarks.indices
            where row.remarks[index].title == Row.notWritten {
                guard case .message(let message) = row.remarks[index].text else { continue }
                if !said.insert(message).inserted { row.remarks[index].text = .receipt("as above") }
            }
            return row
        }
    }

    private func lines(of row: Row) -> [String] {
        let findings = row.findings.flatMap {
            style.lines(style.label($0), of: $0.message, indent: Self.indent)
        }
        return (isStacked ? stacked(row) : [columns(row)]) + findings + row.remarks.flatMap(lines)
    }

    /// The image's line.
    private func columns(_ row: Row) -> String {
        var cells = row.cells
        if style.columnCount != nil { cells[0] = cells[0].shortened(toColumns: widths[0]) }
        return " \(mark(row)) \(padded(cells).joined(separator: "  ").trimmedAtEnd)"
    }

    /// The image's name, and below it what the columns would say.
    private func stacked(_ row: Row) -> [String] {
        let room = (style.columnCount ?? Self.widestNameColumn) - Self.markWidth
        let margin = String(repeating: " ", count: Self.indent)
        let facts = zip(row.cells, Self.units).dropFirst()
            .filter { cell, _ in !cell.isEmpty }
            .map { $0 + $1 }
            .joined(separator: ", ")
        return [" \(mark(row)) \(row.cells[0].shortened(toColumns: room))"]
            + (facts.isEmpty ? [] : style.wrapped(margin + facts, indent: Self.indent))
    }

    private func mark(_ row: Row) -> String { style.verdict(row.verdict, row.mark) }

    private func lines(of remark: Remark) -> [String] {
        let label = TextStyle.Label(
            remark.title,
            painted: remark.isFailure ? style.severity(.error, remark.title) : remark.title
        )
        switch remark.text {
        case .finding(let finding):
            return style.lines(style.label(finding), of: finding.message, indent: Self.indent + 2)
        case .message(let message): return style.lines(label, of: message, indent: Self.indent)
        case .receipt(let receipt): return style.lines(label, receipt, indent: Self.indent)
        case nil: return [String(repeating: " ", count: Self.indent) + label.text]
        }
    }

    /// Where what is said of an image begins.
    private static let indent = 5

    private func padded(_ cells: [String]) -> [String] {
        zip(cells.indices, cells)
            .map { column, cell in
                Self.numberColumns.contains(column)
                    ? cell.padded(to: widths[column], before: " ")
                    : cell.padded(to: widths[column])
            }
    }
}
