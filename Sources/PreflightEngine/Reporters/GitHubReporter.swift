public import PreflightCore

/// Commands of a GitHub workflow, one a finding, which become annotations of the run.
///
/// GitHub documents `::error file=…,title=…::message` under "Workflow commands for GitHub Actions".
/// Text from outside is neutralised and then escaped, so that no name and no message starts a
/// command of its own.
public struct GitHubReporter: Reporter {
    /// How cures are worded.
    public var words: CureWords

    /// The path of the file that the images stand in; nil where each is a file of its own.
    public var document: String?

    /// Creates a reporter.
    public init(words: CureWords = .neutral, document: String? = nil) {
        self.words = words
        self.document = document
    }

    /// The commands, each ending in a newline; empty where nothing is to be said.
    public func text(for reports: [Report]) -> String {
        reports.map { report in
            let model = reports.count > 1 ? " for \(report.model.name)" : ""
            return report.remarks.map { command($0, model: model) + "\n" }.joined()
        }
        .joined()
    }

    private func command(_ remark: Remark, model: String) -> String {
        let file = (document ?? remark.source)
            .map { "file=\($0.plainPath.neutralised.escapedInGitHubProperty)," }
        let title = (remark.name + model).neutralised.escapedInGitHubProperty
        let place = document == nil ? nil : remark.source.map { "\($0): " }
        let help = remark.message.help.map { "\nhelp: " + $0.phrase(in: words).neutralised }
        let message = (place ?? "").neutralised + remark.message.fact.neutralised + (help ?? "")
        return "::\(remark.severity.gitHubCommand) \(file ?? "")title=\(title)::"
            + message.escapedInGitHubMessage
    }
}

extension Severity {
    /// The command that makes an annotation of the same weight.
    fileprivate var gitHubCommand: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .note: "notice"
        }
    }
}

extension String {
    /// The text as a command's message, as `escapeData` of GitHub's toolkit writes it
    /// (packages/core/src/command.ts).
    var escapedInGitHubMessage: String { percentEncoding(["%", "\r", "\n"]) }

    /// The text as a command's property, as `escapeProperty` there writes it.
    var escapedInGitHubProperty: String { percentEncoding(["%", "\r", "\n", ":", ","]) }

    private func percentEncoding(_ scalars: Set<Unicode.Scalar>) -> String {
        unicodeScalars.reduce(into: "") { text, scalar in
            guard scalars.contains(scalar) else {
                text.unicodeScalars.append(scalar)
                return
            }
            text +=
                "%" + String(scalar.value, radix: 16, uppercase: true).padded(to: 2, before: "0")
        }
    }
}
