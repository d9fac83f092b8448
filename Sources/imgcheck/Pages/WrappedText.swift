/// Text broken into lines at spaces.
struct WrappedText {
    /// The lines, without the newlines between them.
    let lines: [String]

    /// Breaks `text` so that no line is longer than `columnCount` unless one word is.
    init(_ text: String, columnCount: Int = 80) {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + 1 + word.count <= columnCount {
                lines[lines.count - 1] = last + " " + word
            } else {
                lines.append(String(word))
            }
        }
        self.lines = lines
    }

    /// The lines as one text, each after `indent`.
    func indented(by indent: String) -> String {
        lines.map { indent + $0 }.joined(separator: "\n")
    }
}
