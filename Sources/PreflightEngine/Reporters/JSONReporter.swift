public import PreflightCore

/// The JSON document of schema version 1.
///
/// Sorted keys, UTF-8. A field that does not apply is absent; a number is never a string. One model
/// gives the report itself, several give `{"reports":[…],"schemaVersion":1}`. Programs rely on it:
/// fields may be added, and nothing else changes within a schema version.
public struct JSONReporter: Reporter {
    /// Whether the document is indented for people or compact.
    public var isPretty: Bool

    /// How cures are worded.
    public var words: CureWords

    /// Creates a reporter.
    public init(isPretty: Bool = true, words: CureWords = .neutral) {
        self.isPretty = isPretty
        self.words = words
    }

    /// The document, ending in a newline.
    public func text(for reports: [Report]) -> String {
        let documents = reports.map { JSONDocument.Report($0, in: words) }
        guard documents.count == 1 else {
            return JSONDocument.text(JSONDocument.Reports(reports: documents), isPretty: isPretty)
        }
        return JSONDocument.text(documents[0], isPretty: isPretty)
    }
}
