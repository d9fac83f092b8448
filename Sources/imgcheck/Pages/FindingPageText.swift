internal import ImagePreflight
internal import PreflightCore

/// The page of a finding code as `explain` prints it.
struct FindingPageText {
    /// The code that is explained.
    let code: FindingCode

    /// The tables whose limits raise it.
    let tables: [RuleTable]

    /// The columns of a paragraph, at least 40.
    var columnCount = 80

    /// Whether limits lead to the pages that they come from.
    var usesLinks = false
}

extension FindingPageText {
    /// The whole page, ending in a newline.
    var text: String {
        let page = code.page
        return """
            \(code.rawValue)  \(page.title)
            \(page.severity.rawValue)\(page.remedyPhrase)

            What is checked
            \(paragraph(page.check))

            Why it matters
            \(paragraph(page.reason))

            What to do
            \(paragraph(page.cure))

            """ + limits
    }

    private func paragraph(_ text: String) -> String {
        WrappedText(text, columnCount: columnCount - 2).indented(by: "  ")
    }

    /// Every code on a line.
    static var index: String {
        FindingCode.allCases
            .map { code in
                let severity = code.page.severity.rawValue.padded(to: 8)
                return "\(code.rawValue)  \(severity) \(code.page.title)\n"
            }
            .joined()
    }

    /// The limits in the tables, each with the models that share it.
    private var limits: String {
        let paragraphs = SharedLimits(of: code, in: tables)
            .paragraphs(namingAtMost: 8, columnCount: columnCount, usesLinks: usesLinks)
        guard !paragraphs.isEmpty else { return "" }
        return (["", "In the tables"] + paragraphs).joined(separator: "\n") + "\n"
    }
}

extension FindingPage {
    /// What imgcheck can do about it, after the severity; nothing where that depends.
    var remedyPhrase: String {
        remedy.map { "; imgcheck can \(Cure.apply($0).phrase())" } ?? ""
    }
}
