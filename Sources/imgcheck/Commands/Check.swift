internal import ArgumentParser
internal import ImagePreflight

/// Judges images and writes nothing but the report.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge images as one request, or each as its own."
    )

    @OptionGroup(title: "Images") var inputs: InputOptions
    @OptionGroup(title: "Rules") var judging: JudgingOptions
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
        help: "How closely the model will look, which decides tokens: low, high, auto or original."
    )
    var detail: String?

    func validate() throws {
        guard body == nil || inputs.paths.isEmpty && inputs.filesFrom == nil else {
            throw ValidationError("Expected image files or --body, found both.")
        }
        guard body != nil else { return }
        var idle = IdleOptions()
        inputs.walk.note(in: &idle)
        idle.note("--each", isGiven: judging.each)
        idle.note("--detail", isGiven: detail != nil)
        try idle.refuse(because: "the images of a body are judged as the request that it is")
    }

    func run() async throws {
        try await Failure.ending {
            if let body {
                try report.requireApart(from: [body.fileRead] + judging.rules.filesRead)
                let document = try BodyDocument(body)
                if report.strict { try document.requireWholeLines(of: body) }
                let judgements = try await document.judged(
                    judging,
                    makesPreviews: report.format.showsPictures,
                    remote: remote
                )
                let reports = judgements.map(\.report)
                try report.write(reports, on: body)
                return ExitStatus(of: reports, isStrict: report.strict)
            }
            let tables = try judging.tables()
            try DetailNames.require(detail, by: tables)
            let files = try InputFiles(
                inputs,
                skipping: EarlierOutputs(report: report.output?.path)
            )
            try report.requireApart(from: files.paths + judging.rules.filesRead)
            var options = judging.preflightOptions
            options.detail = detail
            options.makesPreviews = report.format.showsPictures
            let reports = try await Preflight.check(files.inputs, under: tables, options: options)
                .map(files.countingPassedBy(in:))
            try report.write(reports)
            report.remark(on: tables, in: reports)
            files.tellPassedBy(unless: report.quiet || report.format.countsPassedBy)
            return ExitStatus(of: reports, isStrict: report.strict)
        }
    }
}
