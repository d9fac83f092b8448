internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// Writes request bodies that the model accepts.
struct Request: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the request body that carries the images, or several.",
        discussion: """
            Examples:

              imgcheck request --model databricks-gpt-5 --prompt 'Compare.' *.jpg >r.json
              imgcheck request --body conversation.json >repaired.json

            One body goes to standard output as it is, several as one a line; with --out they \
            become request-001.json and so on. With --body, the images inside an existing body are \
            judged and cured, and everything else stays byte for byte. The summary goes to \
            standard error.

            Exit status: 0 what was written will be accepted; 1 something could not be cured, and \
            nothing was written; 2 something could not be read or written.
            """
    )

    @OptionGroup(title: "Rules") var judging: JudgingOptions
    @OptionGroup(title: "Images") var inputs: InputOptions
    @OptionGroup(title: "Message") var message: MessageArguments
    @OptionGroup(title: "Changes") var changes: FixOptions
    @OptionGroup(title: "Tiles") var tiles: TileOptions
    @OptionGroup(title: "Requests") var requests: RequestArguments
    @OptionGroup(title: "Report") var report: ReportOptions

    func validate() throws {
        try judging.requireOneModel(since: Self.purpose)
        try report.requireTellingChanges()
        guard requests.out?.path.bytes.isEmpty != true else {
            throw ValidationError("--out needs the name of a folder; this one is empty.")
        }
        guard requests.omitText == nil || requests.body != nil && requests.onReject == .omit else {
            throw ValidationError(
                "--omit-text needs --body and --on-reject omit: no image is left out otherwise."
            )
        }
        guard requests.body == nil || inputs.paths.isEmpty && inputs.filesFrom == nil else {
            throw ValidationError("Images come from files or from --body, not from both.")
        }
        guard requests.body != nil else { return }
        var idle = IdleOptions()
        message.note(in: &idle)
        idle.note("--split", isGiven: requests.split != nil)
        idle.note("--order", isGiven: requests.order != nil)
        idle.note("--dialect", isGiven: requests.dialect != nil)
        inputs.walk.note(in: &idle)
        idle.note("--each", isGiven: judging.each)
        idle.note("--route", isGiven: judging.route != nil)
        tiles.note(in: &idle)
        try idle.refuse(because: "what an existing body says, and in which order, stays as it is")
    }

    /// Why there is one model.
    private static let purpose = "requests go to one"

    func run() async throws {
        if requests.out != nil {
            TerminationSignals.watchBeforeOpening()
        } else {
            TerminationSignals.watch()
        }
        try await Failure.ending(passingRefusals: report.exitZero) {
            Progress.begin(unless: report.quiet)
            let format = try report.format(where: \.tellsChanges)
            try report.requireApart(
                fromOutputsIn: requests.out?.path,
                named: RequestWriter.isName
            )
            if let body = requests.body {
                try report.requireApart(from: [body.fileRead] + judging.rules.filesRead)
                return try await RequestRepair(
                    body: body,
                    judging: judging,
                    options: RequestOptions(
                        plan: changes.planOptions,
                        split: .never,
                        byteBudget: changes.budget,
                        keepsToWarnings: report.strict,
                        omissionText: requests.omitText ?? RequestOptions.defaultOmissionText
                    ),
                    requests: requests,
                    report: report,
                    format: format
                )
                .run()
            }
            return try await build(as: format)
        }
    }

    private func build(as format: ReportFormat) async throws -> ExitStatus {
        let table = try judging.table(for: Self.purpose)
        try DetailNames.require(message.detail, by: [table])
        let dialect = try dialect(under: table)
        guard message.detail == nil || dialect.layout?.takesDetail != false else {
            throw ValidationError(
                "Requests in the dialect \(dialect.name) cannot say how closely the model looks: "
                    + "leave --detail out."
            )
        }
        let files = try InputFiles(
            inputs,
            skipping: EarlierOutputs(folder: requests.out?.path, report: report.output?.path)
        )
        try report.requireApart(from: files.paths + judging.rules.filesRead)
        Progress.note(.read(imageCount: 0, of: files.inputs.count, byteCount: 0))
        var preflight = try judging.preflight(under: table)
        preflight.progress = { Progress.note($0) }
        let prepared = try await preflight.prepare(
            files.inputs,
            options: RequestOptions(
                plan: tiles.added(to: changes.planOptions),
                message: message.options,
                dialect: dialect,
                split: requests.split ?? .whenNeeded,
                order: requests.order ?? .keep,
                byteBudget: changes.budget,
                keepsToWarnings: report.strict,
                needsEveryImage: requests.onReject == .fail
            )
        )
        return try finish(prepared, of: files, under: table, as: format)
    }

    /// How the requests are written: as is said, or by the route that they go.
    private func dialect(under table: RuleTable) throws -> Dialect {
        let wayThere = judging.route.flatMap(Dialect.init(named:))
        guard let wanted = requests.dialect?.dialect else {
            return wayThere.flatMap { $0.layout == nil ? nil : $0 } ?? table.requestDialect
        }
        guard wayThere == nil || wayThere == wanted else {
            throw ValidationError(
                "--route \(judging.route ?? "") and --dialect \(wanted.name) contradict each other: "
                    + "give one."
            )
        }
        return wanted
    }

    /// Writes the bodies where all is well, and tells what came of it.
    private func finish(
        _ prepared: Prepared,
        of files: InputFiles,
        under table: RuleTable,
        as format: ReportFormat
    ) throws -> ExitStatus {
        var receipt = files.countingPassedBy(in: prepared.report)
        var status = ExitStatus(
            ofRequesting: prepared,
            onReject: requests.onReject,
            isStrict: report.strict
        )
        var complaints = (prepared.remarks + (prepared.refusal.map { [$0.message] } ?? []))
            .map { $0.sentence(in: .options) }
        if status != .accepted, prepared.refusal == nil {
            let isRefused = prepared.report.images.contains { $0.refusal != nil || $0.error != nil }
            let reason =
                isRefused
                ? requests.onReject.outlook(for: prepared.report.images)
                : ", since new warnings fail"
            complaints.append("Nothing was written\(reason).")
        } else if status == .accepted, prepared.requests.isEmpty {
            complaints.append("Nothing was written, since every image was left out.")
            status = .refused
        }
        var paths: [FilePath] = []
        do throws(Failure) {
            paths = status == .accepted ? try write(prepared, readFrom: files.paths) : []
            receipt.note(paths: paths.map(\.text))
        } catch {
            complaints.append(error.description)
            status = .unchecked
        }
        if status == .accepted { receipt.noteOmissions() } else { receipt.withdrawRequests() }
        try report.requireApart(fromWritten: paths)
        try report.summarise([receipt], as: format)
        report.remark(on: [table], in: [receipt])
        files.tellPassedBy(unless: report.quiet)
        for complaint in complaints { Terminal.complain(complaint.neutralised) }
        return status
    }

    private func write(
        _ prepared: Prepared,
        readFrom paths: [FilePath]
    ) throws(Failure) -> [FilePath] {
        let writer = RequestWriter(
            folder: requests.out?.path,
            inputs: paths,
            replacesFiles: requests.force
        )
        let bodies = try prepared.requests.map { request throws(Failure) in
            do throws(RequestTooLargeError) {
                return try request.pieces()
            } catch {
                throw Failure("\(error)")
            }
        }
        return try writer.write(bodies)
    }
}
