public import PreflightCore

/// The JSON document, `{"reports":[…],"schemaVersion":2}` with a report for each model.
///
/// Sorted keys, UTF-8. A field that does not apply is absent; a number is never a string. Programs
/// rely on it: fields may be added, and nothing else changes within a schema version.
public struct JSONReporter: Reporter {
    /// Whether the document is indented for people or compact.
    public var isPretty: Bool

    /// How cures are worded.
    public var words: CureWords

    /// The shape of the document.
    public var schemaVersion: JSONSchemaVersion

    /// Creates a reporter.
    public init(
        isPretty: Bool = true,
        words: CureWords = .neutral,
        schemaVersion: JSONSchemaVersion = .current
    ) {
        self.isPretty = isPretty
        self.words = words
        self.schemaVersion = schemaVersion
    }

    /// The document, ending in a newline.
    public func text(for reports: [Report]) -> String {
        var documents = reports.map { JSONDocument.Report($0, in: words) }
        if schemaVersion == .one {
            for index in documents.indices {
                documents[index].schemaVersion = schemaVersion.rawValue
            }
            if documents.count == 1 { return JSONDocument.text(documents[0], isPretty: isPretty) }
        }
        return JSONDocument.text(
            JSONDocument.Reports(schemaVersion: schemaVersion.rawValue, reports: documents),
            isPretty: isPretty
        )
    }
}
