/// The formats that reports are written in, in the order in which they are listed.
public enum ReportFormat: String, Sendable, CaseIterable {
    /// A table for people.
    case text
    /// One document for programs.
    case json
    /// One JSON line an image, and one for the request.
    case jsonl
    /// One line a finding, for `grep` and editors.
    case concise
    /// Static analysis results, SARIF 2.1.0.
    case sarif
    /// A test suite as JUnit writes it.
    case junit
    /// Annotations of a GitHub workflow.
    case github
    /// A summary in GitHub's Markdown.
    case markdown
    /// One page for a browser, with pictures and nothing to load.
    case html
}

extension ReportFormat {
    /// Whether it says what was done to images and where the outcome is, not only what is found.
    public var tellsChanges: Bool {
        switch self {
        case .text, .json, .jsonl: true
        case .concise, .sarif, .junit, .github, .markdown, .html: false
        }
    }

    /// Whether it holds how many files in folders were passed by.
    public var countsPassedBy: Bool {
        switch self {
        case .json, .jsonl: true
        case .text, .concise, .sarif, .junit, .github, .markdown, .html: false
        }
    }

    /// Whether it shows ``ImageReport/preview``.
    public var showsPictures: Bool { self == .html }

    /// The reporter that writes the format.
    ///
    /// - Parameter style: What the caller may choose; each format takes what it has a use for.
    /// - Returns: The reporter.
    public func reporter(_ style: ReportStyle = ReportStyle()) -> any Reporter {
        switch self {
        case .text: TextReporter(style)
        case .json: JSONReporter(words: style.words, schemaVersion: style.schemaVersion)
        case .jsonl: JSONLinesReporter(words: style.words, schemaVersion: style.schemaVersion)
        case .concise: ConciseReporter()
        case .sarif: SARIFReporter(words: style.words, document: style.document)
        case .junit: JUnitReporter(words: style.words)
        case .github: GitHubReporter(words: style.words, document: style.document)
        case .markdown: MarkdownReporter(words: style.words)
        case .html: HTMLReporter(words: style.words, nextStep: style.nextStep)
        }
    }
}
