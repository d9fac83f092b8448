internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// The command that makes acceptable what a check found to be fixable.
struct NextStep {
    /// How many images it is for, and the command.
    let line: String

    /// The step after a check, for the first model for which there is one; nil where nothing can be
    /// fixed, or where the images cannot be named again.
    init?(after reports: [Report], _ inputs: InputOptions, _ judging: JudgingOptions) {
        guard let report = reports.first(where: { $0.fixableCount > 0 || $0.mustBeSplit }),
            !inputs.paths.contains(where: \.isStandardInput),
            inputs.filesFrom?.isStandardInput != true
        else { return nil }
        let (count, mustSplit) = (report.fixableCount, report.mustBeSplit)
        var words = ["imgcheck", mustSplit ? "request" : "fix"]
        words += ["--model", report.model.name]
        words += judging.rules.paths.flatMap { ["--rules", $0.path.text] }
        if judging.each { words.append("--each") }
        words += ["--out", mustSplit ? "bodies" : "fixed"]
        if let list = inputs.filesFrom { words += ["--files-from", list.path.text] }
        words += inputs.paths.prefix(Self.pathCountAtMost).map(\.path.text)
        let rest = inputs.paths.count > Self.pathCountAtMost ? " …" : ""
        let what = mustSplit ? "several requests" : "\(count.grouped) fixable"
        line = "\(what): \(words.map(\.shellQuoted).joined(separator: " "))\(rest)"
    }

    /// More names are not written again.
    private static let pathCountAtMost = 3
}

extension Report {
    /// The images that can be made acceptable.
    fileprivate var fixableCount: Int { images.count { $0.verdict == .fixable } }

    /// Whether the images are more than one request may have.
    fileprivate var mustBeSplit: Bool {
        request.findings.contains { $0.severity == .error && $0.remedy == .split }
    }
}
