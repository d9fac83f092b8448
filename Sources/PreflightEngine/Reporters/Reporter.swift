/// Writes reports in one format.
///
/// A reporter is pure: it turns values into text, and the caller decides where the text goes.
public protocol Reporter: Sendable {
    /// The whole text for the reports of one run, one report for each model, ending in a newline.
    func text(for reports: [Report]) -> String
}
