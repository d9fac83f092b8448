internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight

/// Judges images and writes nothing but the report.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge images as one request, or each as its own.",
        discussion: """
            Examples:

              imgcheck --model databricks-gpt-5 shots/
              imgcheck --model databricks-gpt-5 --each --min-severity error shots/
              imgcheck --model 'databricks-*' --ignore IMG207 *.jpg
              imgcheck check --body conversation.json

            Where an option is not given, IMGCHECK_MODEL, IMGCHECK_FORMAT and the nearest \
            imgcheck.json decide.
            """
    )

    @OptionGroup(title: "Rules") var judging: JudgingOptions
    @OptionGroup(title: "Images") var inputs: InputOptions
    @OptionGroup(title: "Findings") var findings: FindingOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    @Option(
        help: ArgumentHelp(
            "Check the images inside an existing request body, or - for standard input.",
            valueName: "file"
        )
    )
    var body: PathArgument?

    @Option(help: "What becomes of images in a body that are only addresses: fail or ignore.")
    var remote: RemotePolicy = .fail

    @Option(
        help: "How closely the model will look, which decides tokens: low, high, auto or original.",
        completion: .list(DetailNames.usual)
    )
    var detail: String?

    func validate() throws {
        guard body == nil || inputs.paths.isEmpty && inputs.filesFrom == nil else {
            throw ValidationError("Images come from files or from --body, not from both.")
        }
        if let first = inputs.paths.first, let command = Self.command(nearTo: first) {
            throw ValidationError(
                "There is no file and no command “\(first.path.text.neutralised)”; did you mean "
                    + "`imgcheck \(command)`?"
            )
        }
        guard body != nil else { return }
        var idle = IdleOptions()
        inputs.walk.note(in: &idle)
        idle.note("--each", isGiven: judging.each)
        idle.note("--detail", isGiven: detail != nil)
        idle.note("--route", isGiven: judging.route != nil)
        try idle.refuse(because: "the images of a body are judged as the request that it is")
    }

    /// The command that was meant by a word which is no file; nil for a file, or another word.
    private static func command(nearTo word: PathArgument) -> String? {
        let isWord = word.path.text.count >= 4 && word.path.text.allSatisfy(\.isLetter)
        guard isWord, (try? FileStatus(of: word.path)) == nil else { return nil }
        let commands = Imgcheck.configuration.subcommands.map { $0._commandName }
        return nearestNames(to: word.path.text, among: commands, limit: 1).first
    }

    func run() async throws {
        TerminationSignals.watch()
        try await Failure.ending(passingRefusals: report.exitZero) {
            let format = try report.format()
            guard findings.statistics == false || format == .text else {
                throw ValidationError(
                    "--statistics is a text: \(format.rawValue) has no place for it."
                )
            }
            Progress.begin(unless: report.quiet)
            if let body { return try await check(body, format: format) }
            return try await checkFiles(format: format)
        }
    }

    private func check(_ body: PathArgument, format: ReportFormat) async throws -> ExitStatus {
        try report.requireApart(from: [body.fileRead] + judging.rules.filesRead)
        let document = try BodyDocument(body)
        if report.strict { try document.requireWholeLines(of: body) }
        let judgements = try await document.judged(
            judging,
            makesPreviews: format.showsPictures,
            remote: remote
        )
        let reports = judgements.map(\.report)
        let status = try tell(reports, as: format) {
            NextStep(after: $0, ofBody: body, judging, isStrict: report.strict)
        }
        report.remark(on: judgements.map(\.table), in: reports)
        return status
    }

    private func checkFiles(format: ReportFormat) async throws -> ExitStatus {
        let tables = try judging.tables()
        try DetailNames.require(detail, by: tables)
        let files = try InputFiles(inputs, skipping: EarlierOutputs(report: report.output?.path))
        try report.requireApart(from: files.paths + judging.rules.filesRead)
        Progress.note(.read(imageCount: 0, of: files.inputs.count, byteCount: 0))
        var options = judging.preflightOptions
        options.detail = detail
        options.makesPreviews = format.showsPictures
        let reports =
            try await Preflight.check(
                files.inputs,
                under: tables,
                codec: try judging.codec(),
                options: options,
                progress: { Progress.note($0) }
            )
            .map(files.countingPassedBy(in:))
        let status = try tell(reports, as: format) {
            NextStep(after: $0, inputs, judging, isStrict: report.strict)
        }
        report.remark(on: tables, in: reports)
        files.tellPassedBy(unless: report.quiet || format.countsPassedBy)
        return status
    }

    /// Writes the reports with the findings that count.
    private func tell(
        _ reports: [Report],
        as format: ReportFormat,
        next: ([Report]) -> NextStep?
    ) throws -> ExitStatus {
        let counted = findings.counting(reports)
        try report.write(
            findings.telling(counted),
            as: format,
            on: body,
            statistics: findings.statistics,
            next: report.quiet || findings.statistics ? nil : next(counted)
        )
        let status = ExitStatus(of: counted, isStrict: report.strict)
        let isOfWarnings =
            status == .refused && ExitStatus(of: counted, isStrict: false) == .accepted
        if isOfWarnings, !report.quiet, !report.exitZero {
            Terminal.complain("Warnings fail, since --strict was given.")
        }
        return status
    }
}
