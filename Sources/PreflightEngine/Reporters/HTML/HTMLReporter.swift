public import PreflightCore

/// One page for a browser that needs nothing beside it: what is to be done, totals against limits,
/// and each picture beside what the model will have before it.
///
/// Pictures are ``ImageReport/preview``: no byte of an image's own file is in the page. Text from
/// outside is neutralised and escaped, and a Content-Security-Policy lets the page load nothing and
/// run nothing but its own script. The same reports make the same page.
public struct HTMLReporter: Reporter {
    /// How cures are worded.
    public var words: CureWords

    /// What to do about all of it, as a command; nil for nothing.
    public var nextStep: NextStep?

    /// Creates a reporter.
    public init(words: CureWords = .neutral, nextStep: NextStep? = nil) {
        self.words = words
        self.nextStep = nextStep
    }

    /// The document, ending in a newline.
    public func text(for reports: [Report]) -> String {
        let page = HTMLPage(reports: reports, words: words, nextStep: nextStep)
        return "<!DOCTYPE html>\n" + page.document.source + "\n"
    }
}

/// The page as a whole.
struct HTMLPage {
    let reports: [Report]
    let words: CureWords
    let nextStep: NextStep?
    private let pictures: HTMLPictures

    init(reports: [Report], words: CureWords, nextStep: NextStep?) {
        self.reports = reports
        self.words = words
        self.nextStep = nextStep
        pictures = HTMLPictures(of: reports)
    }

    /// The root element.
    var document: Markup {
        .element("html", ["lang": "en"], .lines([head, body]))
    }

    private var head: Markup {
        .element(
            "head",
            [:],
            .lines([
                .void("meta", ["charset": "utf-8"]),
                .void(
                    "meta",
                    ["http-equiv": "Content-Security-Policy", "content": Self.securityPolicy]
                ),
                .void(
                    "meta",
                    ["name": "viewport", "content": "width=device-width, initial-scale=1"]
                ),
                .void("meta", ["name": "color-scheme", "content": "light dark"]),
                .void("meta", ["name": "referrer", "content": "no-referrer"]),
                .element("title", text: "imgcheck: \(title)"),
                .verbatim("style", .styleSheet),
            ])
        )
    }

    /// Nothing is loaded, and nothing runs but what is part of every page.
    private static let securityPolicy = [
        "default-src 'none'", "img-src data:",
        "style-src \(EmbeddedText.styleSheet.policySource)",
        "script-src \(EmbeddedText.script.policySource)",
        "base-uri 'none'", "form-action 'none'",
    ]
    .joined(separator: "; ")

    private var title: String {
        reports.count == 1
            ? reports.map(\.headline).joined() : "\(reports.count) models compared"
    }

    private var body: Markup {
        let parts = reports.enumerated()
            .map { index, report in
                HTMLReport(
                    report: report,
                    number: index + 1,
                    isAlone: reports.count == 1,
                    words: words,
                    nextStep: nextStep,
                    pictures: pictures
                )
            }
        return .element(
            "body",
            [:],
            .lines(
                [.element("a", ["class": "skip", "href": "#images-1"], text: "Skip to the images")]
                    + [.element("main", [:], opening(parts), .lines(parts.map(\.section)))]
                    + [pictures.store, .verbatim("script", .script)]
            )
        )
    }

    /// What stands before the parts of several models: the models side by side, each a link to its
    /// part, and the filter of all.
    private func opening(_ parts: [HTMLReport]) -> Markup {
        guard parts.count != 1 else { return .nothing }
        let rows = parts.map { part in
            Markup.element(
                "li",
                [:],
                .element(
                    "a",
                    ["href": "#\(part.name)"],
                    .element("bdi", text: part.report.model.name)
                ),
                HTMLReport.badge(part.report.verdict),
                .element("span", text: part.report.headline)
            )
        }
        let header = Markup.element(
            "header",
            ["class": "comparison"],
            .element("p", ["class": "overline"], text: "imgcheck"),
            .element("h1", text: title),
            .element("ul", [:], .lines(rows))
        )
        return .lines([header, HTMLFilter(of: reports).form])
    }
}
