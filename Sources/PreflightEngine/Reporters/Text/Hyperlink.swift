/// Text that leads to an address where a terminal shows links.
///
/// The sequences are those of "Hyperlinks in terminal emulators" (OSC 8), which `ls` and GCC write
/// too: the address between two of them before the text, none after it.
package enum Hyperlink {
    /// A text as a link; as it is where the address is none of the web.
    ///
    /// - Parameters:
    ///   - text: What is shown.
    ///   - address: Where it leads to, as a rule table cites it.
    /// - Returns: The text with the sequences around it, which take no columns.
    package static func link(_ text: String, to address: String) -> String {
        guard isAddress(address) else { return text }
        return "\(opening)\(address)\(closing)\(text)\(opening)\(closing)"
    }

    /// The text with every address in it as a link to itself.
    package static func linkingAddresses(in text: String) -> String {
        text.split(separator: " ", omittingEmptySubsequences: false)
            .map { link(String($0), to: String($0)) }
            .joined(separator: " ")
    }

    /// Whether a text is an address of the web, and of nothing that ends the sequence.
    private static func isAddress(_ text: String) -> Bool {
        text.hasPrefix("https://") && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    fileprivate static let opening = "\u{1B}]8;;"
    fileprivate static let closing = "\u{1B}\\"
}

extension String {
    /// How many columns of a terminal the text takes, in which links and colours may be.
    package var shownColumnCount: Int {
        guard contains("\u{1B}") else { return columnCount }
        return without(from: Hyperlink.opening, through: Hyperlink.closing)
            .without(from: "\u{1B}[", through: "m").columnCount
    }

    /// The text without sequences that begin and end so.
    private func without(from opening: String, through closing: String) -> String {
        var shown = ""
        var rest = self[...]
        while let start = rest.firstRange(of: opening) {
            shown += rest[..<start.lowerBound]
            rest = rest[start.upperBound...]
            guard let end = rest.firstRange(of: closing) else { break }
            rest = rest[end.upperBound...]
        }
        return shown + rest
    }
}
