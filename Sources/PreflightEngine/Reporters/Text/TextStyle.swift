internal import PreflightCore

/// How words are set off on a terminal, and how wide it is.
struct TextStyle {
    /// Whether escape sequences are written (ECMA-48, "Select Graphic Rendition").
    var usesColor = false

    /// How many columns a line may take; nil where lines are as long as they are.
    var columnCount: Int?

    /// How cures are worded.
    var words = CureWords.neutral

    /// Where codes lead to, by the names of their limits' sources; empty for nowhere.
    var addresses: [String: String] = [:]

    func strong(_ text: String) -> String { paint(text, "1") }

    func faint(_ text: String) -> String { paint(text, "2") }

    func verdict(_ verdict: Verdict, _ text: String) -> String {
        switch verdict {
        case .accepted: paint(text, "32")
        case .omitted, .fixable: paint(text, "33")
        case .rejected, .unchecked: paint(text, "31")
        }
    }

    func severity(_ severity: Severity, _ text: String) -> String {
        switch severity {
        case .error: paint(text, "31")
        case .warning: paint(text, "33")
        case .note: paint(text, "36")
        }
    }

    private func paint(_ text: String, _ rendition: String) -> String {
        usesColor && !text.isEmpty ? "\u{1B}[\(rendition)m\(text)\u{1B}[0m" : text
    }
}

extension TextStyle {
    /// The style that a caller chose, for what is said of one report.
    init(_ style: ReportStyle, of report: Report? = nil) {
        self.init(usesColor: style.usesColor, columnCount: style.columnCount, words: style.words)
        if style.usesLinks, let report { addresses = report.model.addresses }
    }
}

extension TextStyle {
    /// What stands before a text on its first line.
    struct Label {
        /// What is written, with colour.
        var text: String
        /// How many columns it takes.
        var columnCount: Int

        init(_ plain: String, painted: String? = nil) {
            text = painted ?? plain
            columnCount = plain.columnCount
        }
    }

    /// A label and a text, which is broken at words and goes on below its own beginning.
    ///
    /// Where the terminal leaves too little room there, the text stands below the label.
    ///
    /// - Parameters:
    ///   - label: What comes first.
    ///   - text: What is said; text from outside is neutralised.
    ///   - indent: The columns before the label.
    ///   - gap: The columns between both.
    /// - Returns: The lines.
    func lines(_ label: Label, _ text: String, indent: Int, gap: Int = 2) -> [String] {
        let first = String(repeating: " ", count: indent) + label.text
        let column = indent + label.columnCount + gap
        let between = String(repeating: " ", count: gap)
        guard let columnCount else { return [first + between + text.neutralised] }
        let room = columnCount - column
        let longest = text.split(separator: " ").map { String($0).shownColumnCount }.max() ?? 0
        let fitsBelowOnly = longest > room && longest <= columnCount - indent - gap
        guard room >= Self.leastColumnCount, !fitsBelowOnly else {
            return [first.trimmedAtEnd] + wrapped(text, column: indent + gap, in: columnCount)
        }
        let lines = wrapped(text, column: column, in: columnCount)
        let beginning = (lines.first ?? "").drop { $0 == " " }
        return [first + between + beginning] + lines.dropFirst()
    }

    /// What is so, after a label, and below it what to do about it.
    func lines(_ label: Label, of message: Message, indent: Int) -> [String] {
        lines(label, message.fact, indent: indent) + lines(ofHelp: message.help, indent: indent + 2)
    }

    /// What to do about something; none where nothing is.
    func lines(ofHelp help: Cure?, indent: Int) -> [String] {
        guard let help = help?.phrase(in: words), !help.isEmpty else { return [] }
        return lines(Label("help:", painted: faint("help:")), help, indent: indent, gap: 1)
    }

    /// A text by itself, broken at words where it is too long.
    ///
    /// - Parameters:
    ///   - text: The text, with the columns before it.
    ///   - indent: How many those are.
    /// - Returns: The lines.
    func wrapped(_ text: String, indent: Int = 0) -> [String] {
        guard let columnCount, text.shownColumnCount > columnCount else { return [text] }
        let margin = String(repeating: " ", count: indent)
        return WrappedText(text, columnCount: columnCount - indent).lines.map { margin + $0 }
    }

    private func wrapped(_ text: String, column: Int, in columnCount: Int) -> [String] {
        let room = max(columnCount - column, Self.leastColumnCount)
        return WrappedText(text.neutralised, columnCount: room).lines
            .map { String(repeating: " ", count: column) + $0 }
    }

    /// The fewest columns in which text is worth being broken.
    private static let leastColumnCount = 24
}

extension TextStyle {
    /// How every image is listed, after what is not; nothing where a program has no words for it.
    var everyImageHint: String { words.phrase(.listEveryImage).map { " (\($0))" } ?? "" }

    /// A finding's code and severity.
    func label(_ finding: Finding) -> Label {
        Label(
            "\(finding.code.rawValue) \(finding.severity.rawValue)",
            painted: link(finding.code.rawValue, to: finding.source) + " "
                + severity(finding.severity, finding.severity.rawValue)
        )
    }

    /// A text that leads to a source of the rules, where links are shown.
    func link(_ text: String, to source: String?) -> String {
        source.flatMap { addresses[$0] }.map { Hyperlink.link(text, to: $0) } ?? text
    }
}

extension String {
    /// The text with spaces after it, so that it takes at least `width` columns.
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - columnCount))
    }

    /// The text with `filler` before it, so that it takes at least `width` columns.
    package func padded(to width: Int, before filler: Character) -> String {
        String(repeating: filler, count: Swift.max(0, width - columnCount)) + self
    }

    /// The text without the spaces at its end.
    var trimmedAtEnd: String {
        guard utf8.last == UInt8(ascii: " ") else { return self }
        let last = utf8.lastIndex { $0 != UInt8(ascii: " ") }
        return last.map { String(self[..<utf8.index(after: $0)]) } ?? ""
    }
}
