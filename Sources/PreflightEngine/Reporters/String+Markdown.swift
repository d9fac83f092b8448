extension String {
    /// The text as Markdown that shows it and has no markup of its own.
    ///
    /// What could begin markup, HTML, a cell, a link or a mention is written as a character
    /// reference, which GitHub Flavored Markdown takes for the character and never for structure
    /// (section 6.2 of its specification).
    var markdownText: String { referencing(Self.markup) }

    /// The text as code: between backticks where it holds nothing that would end code or a cell of a
    /// table, else in an HTML element and by character references.
    var markdownCode: String {
        let text = neutralised
        let isPlain = !text.isEmpty && !text.contains { "`|\\".contains($0) }
        return isPlain ? "`\(text)`" : "<code>\(referencing(Self.markup))</code>"
    }

    private static let markup = Set<Unicode.Scalar>("\\`*_{}[]<>|&~#@!".unicodeScalars)

    /// The text with these characters as references, and the colon of addresses too, which would
    /// become links.
    private func referencing(_ scalars: Set<Unicode.Scalar>) -> String {
        let text = neutralised.replacing("://", with: "\u{0}//").replacing("www.", with: "www\u{1}")
        return text.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "\u{0}": text += "&#58;"
            case "\u{1}": text += "&#46;"
            case _ where scalars.contains(scalar): text += "&#\(scalar.value);"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
