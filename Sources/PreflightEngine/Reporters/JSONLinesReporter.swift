public import PreflightCore

/// One compact JSON line an image, in order, and a last line for the request; of several models,
/// one such group after the other.
///
/// Each line says in `type` whether it is an `image` or the `request`, and in `model` whose rules it
/// is about. Beside those, an image's line is its entry in `images` of ``JSONReporter``'s report, and
/// the last line is that report without its images, with the `schemaVersion`.
public struct JSONLinesReporter: Reporter {
    /// How cures are worded.
    public var words: CureWords

    /// The version that a request's line names.
    public var schemaVersion: JSONSchemaVersion

    /// Creates a reporter.
    public init(words: CureWords = .neutral, schemaVersion: JSONSchemaVersion = .current) {
        self.words = words
        self.schemaVersion = schemaVersion
    }

    /// The lines, each ending in a newline.
    public func text(for reports: [Report]) -> String {
        reports.map { report in
            let images = report.images.map { image in
                var line = JSONDocument.Image(image, in: words)
                line.type = "image"
                line.model = JSONDocument.Report.Model(report.model)
                return JSONDocument.text(line, isPretty: false)
            }
            var request = JSONDocument.Report(report, in: words)
            request.type = "request"
            request.schemaVersion = schemaVersion.rawValue
            request.images = nil
            return images.joined() + JSONDocument.text(request, isPretty: false)
        }
        .joined()
    }
}
