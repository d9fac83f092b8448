internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// The command that makes acceptable what a check found to be fixable.
extension NextStep {
    /// The step after a check, for the first model for which there is one; nil where nothing can be
    /// fixed, or where the images cannot be named again.
    init?(
        after reports: [Report],
        _ inputs: InputOptions,
        _ judging: JudgingOptions,
        isStrict: Bool
    ) {
        guard let report = reports.first(where: { $0.isFixable(isStrict) || $0.mustBeSplit }),
            !inputs.paths.contains(where: \.isStandardInput),
            inputs.filesFrom?.isStandardInput != true
        else { return nil }
        let mustSplit = report.mustBeSplit
        var words = ShellWords("imgcheck", mustSplit ? "request" : "fix")
        words.add("--model", report.model.name)
        words.add(judging.options)
        if isStrict { words.add("--strict") }
        // Without it nothing is written where one image cannot go.
        if mustSplit, report.hasHopeless { words.add("--on-reject", "omit") }
        words.add(inputs.walk.options)
        words.add("--out", mustSplit ? "bodies" : "fixed")
        if let list = inputs.filesFrom { words.add("--files-from", list.path.text) }
        if inputs.namesEndWithNull { words.add("--null") }
        words.add(files: inputs.paths.map(\.path))
        self.init(
            purpose: mustSplit ? "several requests" : report.fixablePhrase(isStrict),
            command: words.text
        )
    }

    /// The step after a check of a body's images; nil where none of them can be made acceptable, or
    /// where the body cannot be read again.
    init?(
        after reports: [Report],
        ofBody body: PathArgument,
        _ judging: JudgingOptions,
        isStrict: Bool
    ) {
        let count = reports.reduce(0) { $0 + $1.fixableCount(isStrict) }
        guard count > 0, !body.isStandardInput else { return nil }
        var words = ShellWords("imgcheck", "request")
        // What the body itself names need not be said.
        if !judging.model.isEmpty { words.add("--model", reports[0].model.name) }
        words.add(judging.options)
        if isStrict { words.add("--strict") }
        if reports.contains(where: \.hasHopeless) { words.add("--on-reject", "omit") }
        words.add("--body")
        words.add(files: [body.path])
        self.init(
            purpose: "\(count.grouped) fixable",
            command: words.text + " >repaired.json"
        )
    }
}

extension Report {
    /// How many images can be made acceptable: those that are not, and those with a warning where
    /// warnings fail.
    fileprivate func fixableCount(_ isStrict: Bool) -> Int {
        images.count { image in
            let isWarned = image.findings.contains { $0.severity == .warning && $0.remedy != nil }
            return image.verdict == .fixable
                || isStrict && image.verdict == .accepted && isWarned
        }
    }

    /// Whether something of it can be made acceptable.
    fileprivate func isFixable(_ isStrict: Bool) -> Bool {
        fixableCount(isStrict) > 0
            || request.findings.contains { $0.severity == .error && $0.remedy != nil }
    }

    /// What is fixable, in words.
    fileprivate func fixablePhrase(_ isStrict: Bool) -> String {
        let count = fixableCount(isStrict)
        return count > 0 ? "\(count.grouped) fixable" : "fixable"
    }

    /// Whether the images are more than one request may have.
    fileprivate var mustBeSplit: Bool {
        request.findings.contains { $0.severity == .error && $0.remedy == .split }
    }

    /// Whether an image can neither go nor be made acceptable.
    fileprivate var hasHopeless: Bool { images.contains { $0.verdict == .rejected } }
}

extension JudgingOptions {
    /// The options that the next command needs too, without the model.
    fileprivate var options: [String] {
        let values: [(name: String, value: String?)] = [
            ("--route", route),
            ("--max-pixels", maxPixels.map { String($0) }),
            ("--timeout", timeout.map { String($0) }),
            ("--run-timeout", runTimeout.map { String($0) }),
        ]
        return rules.paths.flatMap { ["--rules", $0.path.text] } + (each ? ["--each"] : [])
            + values.flatMap { name, value in value.map { [name, $0] } ?? [] }
    }
}

extension WalkOptions {
    /// The options that find the same files again.
    fileprivate var options: [String] {
        (hidden ? ["--hidden"] : []) + (ignoreVcs ? ["--ignore-vcs"] : []) + (all ? ["--all"] : [])
            + endings.flatMap { ["--ext", $0] } + exclude.flatMap { ["--exclude", $0] }
    }
}
