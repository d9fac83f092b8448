internal import PreflightCore

/// The pages of finding codes in Markdown, as `explain --markdown` prints them.
///
/// They hold what is true under every table: what a table says is shown by `models NAME`.
struct RulePageMarkdown {
    /// The code that is explained.
    let code: FindingCode
}

extension RulePageMarkdown {
    /// One section, ending in a newline.
    ///
    /// The heading is the bare code, so that a link to it outlives every change of the title.
    var text: String {
        let page = code.page
        let remedy = page.remedy.map { ", cured by `\($0.rawValue)`" } ?? ""
        return """
            ## \(code.rawValue)

            **\(page.title)** (\(page.severity.rawValue)\(remedy))

            *What is checked.* \(page.check)

            *Why it matters.* \(page.reason)

            *What to do.* \(page.cure)

            """
    }

    /// Every code: a table that leads to the sections, and the sections.
    static var document: String {
        let pages = FindingCode.allCases.map(RulePageMarkdown.init)
        return ([introduction + pages.map(\.row).joined()] + pages.map(\.text))
            .joined(separator: "\n")
    }

    private static let introduction = """
        # Finding codes

        <!-- Written by `./run docs` from Sources/PreflightCore/Findings/RulePage+*.swift. -->

        Codes are stable: one is never reused and never changes its meaning.
        An **error** means that the provider would refuse the request. A **warning** means that it \
        is accepted, but changed behind your back, wasted or degraded, or that the sources \
        conflict. A **note** is worth knowing.
        Limits are inclusive: a value equal to the limit passes.

        `imgcheck explain CODE` prints one page with the limits of every model; \
        `imgcheck models NAME` prints the limits of one model with evidence and sources.

        | code | severity | what it says | cure |
        |---|---|---|---|

        """

    private var row: String {
        let remedy = code.page.remedy.map { "`\($0.rawValue)`" } ?? "–"
        let link = "[\(code.rawValue)](#\(code.rawValue.lowercased()))"
        return "| \(link) | \(code.page.severity.rawValue) | \(code.page.title) | \(remedy) |\n"
    }
}
