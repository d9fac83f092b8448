/// Text broken into lines at spaces.
package struct WrappedText {
    /// The lines, without the newlines between them.
    package let lines: [String]

    /// Breaks `text` so that no line takes more than `columnCount` columns unless one word does.
    package init(_ text: String, columnCount: Int = 80) {
        var lines: [String] = []
        var width = 0
        for word in text.split(separator: " ") {
            let word = String(word)
            let wordWidth = word.shownColumnCount
            if let last = lines.last, width + 1 + wordWidth <= columnCount {
                lines[lines.count - 1] = last + " " + word
                width += 1 + wordWidth
            } else {
                lines.append(word)
                width = wordWidth
            }
        }
        self.lines = lines
    }

    /// The lines as one text, each after `indent`.
    package func indented(by indent: String) -> String {
        lines.map { indent + $0 }.joined(separator: "\n")
    }
}
