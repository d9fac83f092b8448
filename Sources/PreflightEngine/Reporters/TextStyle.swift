internal import PreflightCore

/// How words are set off on a terminal: by colour, or not at all.
struct TextStyle {
    /// Whether escape sequences are written (ECMA-48, "Select Graphic Rendition").
    var usesColor: Bool

    func strong(_ text: String) -> String { paint(text, "1") }

    func faint(_ text: String) -> String { paint(text, "2") }

    func verdict(_ verdict: Verdict, _ text: String) -> String {
        switch verdict {
        case .accepted: paint(text, "32")
        case .fixable: paint(text, "33")
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

extension String {
    /// The text with spaces after it, so that it is at least `width` characters wide.
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    /// The text with `filler` before it, so that it is at least `width` characters wide.
    package func padded(to width: Int, before filler: Character) -> String {
        String(repeating: filler, count: max(0, width - count)) + self
    }
}
