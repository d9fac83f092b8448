internal import PreflightCore

/// One line a finding, `path: IMG103 error fact`, and none for an image of which nothing is to be
/// said: for `grep`, `wc -l` and editors.
///
/// Text from outside is neutralised, so that a finding is a line whatever the file is called. Of
/// several models, each line ends in the name of its model.
public struct ConciseReporter: Reporter {
    /// Creates a reporter.
    public init() {}

    /// The lines, each ending in a newline; empty where nothing is to be said.
    public func text(for reports: [Report]) -> String {
        reports.map { report in
            let ending = reports.count > 1 ? " [\(report.model.name.neutralised)]" : ""
            return report.remarks.map { Self.line($0) + ending + "\n" }.joined()
        }
        .joined()
    }

    private static func line(_ remark: Remark) -> String {
        let source = remark.source?.neutralised ?? Remark.request
        return "\(source): \(remark.name) \(remark.severity.rawValue) "
            + remark.message.fact.neutralised
    }
}
