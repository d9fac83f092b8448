public import PreflightCore

/// One compact JSON line an image, in order, and a last line for the request; of several models,
/// one such group after the other.
///
/// Each image line is the `images` entry of ``JSONReporter``'s document;
/// the last line is the document without its images.
public struct JSONLinesReporter: Reporter {
    /// How cures are worded.
    public var words: CureWords

    /// Creates a reporter.
    public init(words: CureWords = .neutral) {
        self.words = words
    }

    /// The lines, each ending in a newline.
    public func text(for reports: [Report]) -> String {
        reports.map { report in
            let images = report.images.map {
                JSONDocument.text(JSONDocument.Image($0, in: words), isPretty: false)
            }
            var request = JSONDocument.Report(report, in: words)
            request.images = nil
            return images.joined() + JSONDocument.text(request, isPretty: false)
        }
        .joined()
    }
}
