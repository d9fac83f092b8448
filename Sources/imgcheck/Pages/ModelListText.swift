internal import ImagePreflight
internal import PreflightCore

/// The tables as `models` lists them: a line each, with what people compare.
struct ModelListText {
    /// The tables, in the order they are listed.
    let tables: [RuleTable]

    /// Today, as `YYYY-MM-DD`.
    let today: String

    /// The columns of the terminal; nil where lines may be as long as they are.
    var columnCount: Int?

    private static let headings = [
        "MODEL", "IMAGES", "BYTES", "ONE IMAGE", "LONG EDGE", "TOKENS OF 1024²", "KNOWN", "CHECKED",
    ]

    /// Columns of numbers, which are aligned on the right.
    private static let numberColumns = 1...5

    /// The list, ending in a newline.
    var text: String {
        let rows = [Self.headings] + tables.map(cells)
        let widths = Self.headings.indices.map { column in
            rows.map { $0[column].count }.max() ?? 0
        }
        if let columnCount, widths.reduce(-2, { $0 + $1 + 2 }) > columnCount {
            return rows.dropFirst().map { Self.stacked($0, toColumns: columnCount) }.joined()
        }
        return
            rows.map { row in
                let cells = zip(row.indices, row)
                    .map { column, cell in
                        Self.numberColumns.contains(column)
                            ? cell.padded(to: widths[column], before: " ")
                            : cell.padded(to: widths[column])
                    }
                let line = cells.joined(separator: "  ")
                return String(line.reversed().drop { $0 == " " }.reversed()) + "\n"
            }
            .joined()
    }
}

extension ModelListText {
    /// A model's name, and below it what the columns would say, for a terminal without room for them.
    private static func stacked(_ row: [String], toColumns columnCount: Int) -> String {
        let facts = zip(headings, row).dropFirst().filter { $1 != "–" }
            .map { heading, cell in "\(heading.lowercased()) \(cell)" }
            .joined(separator: "; ")
        let lines = WrappedText(facts, columnCount: columnCount - 4)
        return "\(row[0])\n\(lines.indented(by: "    "))\n"
    }

    private func cells(of table: RuleTable) -> [String] {
        let size = PixelSize(width: 1_024, height: 1_024)
        let ending = table.retirement.map { retirement in
            ", \(retirement.hasEnded(by: today) ? "ended" : "ends") \(retirement.day)"
        }
        return [
            table.name.neutralised,
            least(of: table, .imageCount).map { $0 == 0 ? "none" : $0.grouped } ?? "–",
            bytes(
                of: table,
                [
                    (.bodyByteCount, ""), (.fileByteCount, "files "),
                    (.imagesBase64ByteCount, "base64 "),
                ]
            ),
            bytes(of: table, [(.base64ByteCount, "base64 "), (.imageFileByteCount, "file ")]),
            least(of: table, .longEdgePixels).map { "\($0.grouped) px" } ?? "–",
            table.tokenCount(for: size).map(\.grouped) ?? "–",
            weakestEvidence(of: table)?.rawValue ?? "–",
            table.verifiedOn + (ending ?? ""),
        ]
    }

    /// The smallest of the bounds on some bytes, with the word that says which they are.
    private func bytes(of table: RuleTable, _ measures: [(Measure, word: String)]) -> String {
        measures.compactMap { measure, word in least(of: table, measure).map { ($0, word) } }
            .min { $0.0 < $1.0 }
            .map { $0.1 + Self.megabytes($0.0) } ?? "–"
    }

    /// The bound that stops a request of images in its body.
    private func least(of table: RuleTable, _ measure: Measure) -> Int? {
        table.narrowed(to: Circumstances(carrier: .dataURL, route: table.defaultRoute)).limits
            .filter {
                $0.measure == measure && $0.condition == nil && $0.code.page.severity == .error
            }
            .compactMap { limit in
                if case .atMost(let most) = limit.bound { most } else { nil }
            }
            .min()
    }

    private func weakestEvidence(of table: RuleTable) -> Evidence? {
        let found = table.limits.filter { $0.code.page.severity == .error }.map(\.evidence)
        return Evidence.allCases.last { found.contains($0) }
    }

    private static func megabytes(_ byteCount: Int) -> String {
        guard byteCount >= 100_000 else { return "\(byteCount.grouped) B" }
        let tenths = byteCount / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
