extension String {
    /// The text as it stands between tags and in attributes of XML 1.0.
    ///
    /// Controls, most of which no XML document may hold (section 2.2), are shown as in other
    /// reports; so are U+FFFE and U+FFFF, which are no characters there.
    var xmlEscaped: String {
        neutralised.unicodeScalars.reduce(into: "") { text, scalar in
            switch scalar {
            case "&": text += "&amp;"
            case "<": text += "&lt;"
            // Also ends `]]>`, which no text may hold (section 2.4).
            case ">": text += "&gt;"
            case "\"": text += "&quot;"
            case "\u{FFFE}", "\u{FFFF}": text += "\\u{\(scalar.fourHexDigits)}"
            default: text.unicodeScalars.append(scalar)
            }
        }
    }
}
