internal import ArgumentParser
internal import ImagePreflight

/// The formats of a report.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
    case jsonl

    /// The reporter that writes the format.
    func reporter(usesColour: Bool, isQuiet: Bool) -> any Reporter {
        switch self {
        case .text: TextReporter(usesColour: usesColour, isQuiet: isQuiet)
        case .json: JSONReporter()
        case .jsonl: JSONLinesReporter()
        }
    }
}
