internal import FileSystem
internal import FoundationEssentials
internal import ImagePreflight

extension Terminal {
    /// Writes a page for people: no line longer than the terminal, addresses as links where it
    /// shows them.
    static func printPage(_ page: String) throws(Failure) {
        var page = page
        if let columnCount = columnCount(of: .standardOutput) {
            page = page.brokenLines(toColumns: columnCount)
        }
        try print(showsLinks ? Hyperlink.linkingAddresses(inLinesOf: page) : page)
    }

    /// The columns of a paragraph: those of a page, or of a narrower terminal.
    static var paragraphColumnCount: Int {
        min(columnCount(of: .standardOutput) ?? pageColumnCount, pageColumnCount)
    }

    private static let pageColumnCount = 80

    /// Whether standard output is a terminal that shows links.
    ///
    /// As with GCC's `-fdiagnostics-urls=auto`: one that is not without escape sequences altogether
    /// (`TERM` is `dumb`), nor the console of Linux, which would print them. Who wants no colour
    /// wants no other sequences either.
    static var showsLinks: Bool {
        let environment = ProcessInfo.processInfo.environment
        let terminal = environment["TERM", default: ""]
        return OutputFile.standardOutput.isTerminal && environment["NO_COLOR", default: ""].isEmpty
            && !["", "dumb", "linux"].contains(terminal)
    }
}

extension Hyperlink {
    /// The text with the addresses of each of its lines as links.
    fileprivate static func linkingAddresses(inLinesOf text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { linkingAddresses(in: String($0)) }
            .joined(separator: "\n")
    }
}

extension String {
    /// The text with lines of at most so many columns, broken at words.
    ///
    /// The rest of a line stands below its last column: `IMG203  looks at …` goes on below `looks`.
    ///
    /// - Parameters:
    ///   - columnCount: The columns.
    ///   - indent: The columns before the rest of a line that has no columns of its own.
    /// - Returns: The text; what has no space in it stays whole.
    func brokenLines(toColumns columnCount: Int, indent: Int = 0) -> String {
        split(separator: "\n", omittingEmptySubsequences: false)
            .map { line in
                guard line.description.shownColumnCount > columnCount else { return String(line) }
                let label = line.label
                let column = max(label.count, indent)
                let rest = String(line.dropFirst(label.count))
                let lines = WrappedText(rest, columnCount: columnCount - column).lines
                let margin = "\n" + String(repeating: " ", count: column)
                return label + lines.joined(separator: margin)
            }
            .joined(separator: "\n")
    }
}

extension Substring {
    /// What stands before the last column of a line: all up to the last gap of two spaces near its
    /// beginning.
    fileprivate var label: String {
        var label = ""
        var beginning = ""
        var isGap = true
        for character in self.prefix(Self.labelColumnCountAtMost) {
            let isSpace = character == " "
            if !isSpace, beginning.hasSuffix("  ") || (isGap && beginning.last == " ") {
                label = beginning
            }
            isGap = isGap && isSpace
            beginning.append(character)
        }
        return label
    }

    private static var labelColumnCountAtMost: Int { 24 }
}
