internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// Writes a copy of each image that the model accepts.
struct Fix: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write copies that the model accepts, losing as little as possible.",
        discussion: """
            Examples:

              imgcheck fix --model databricks-gpt-5 --out fixed shots/
              imgcheck fix --model databricks-gpt-5 --out small --each --budget 1MB *.jpg

            Images that need nothing are copied byte for byte. Inputs are never touched. The \
            report is about the inputs as they were; an image that cannot be cured is not written.

            Exit status: 0 everything was written and will be accepted; 1 something could not be \
            cured; 2 something could not be read or written.
            """
    )

    @OptionGroup(title: "Rules") var judging: JudgingOptions
    @OptionGroup(title: "Copies") var copies: CopyOptions
    @OptionGroup(title: "Images") var inputs: InputOptions
    @OptionGroup(title: "Changes") var changes: FixOptions
    @OptionGroup(title: "Tiles") var tiles: TileOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    func validate() throws {
        guard !copies.skipExisting || tiles.tile == nil else {
            throw ValidationError("--skip-existing cannot tell whether all tiles are there.")
        }
        try judging.requireOneModel(since: Self.purpose)
        try report.requireTellingChanges()
    }

    /// Why there is one model.
    private static let purpose = "copies are made for one"

    func run() async throws {
        TerminationSignals.watchBeforeOpening()
        try await Failure.ending(passingRefusals: report.exitZero) {
            Progress.begin(unless: report.quiet)
            let format = try report.format(where: \.tellsChanges)
            let table = try judging.table(for: Self.purpose)
            let files = try InputFiles(
                inputs,
                skipping: EarlierOutputs(folder: copies.folder?.path, report: report.output?.path)
            )
            try requireReportApart(from: files)
            Progress.note(.read(imageCount: 0, of: files.inputs.count, byteCount: 0))
            var preflight = try judging.preflight(under: table)
            preflight.progress = { Progress.note($0) }
            var writer = try FixWriter(
                inputs: files.inputs,
                folder: copies.folderWritten?.path,
                replacesFiles: copies.force
            )
            var left = files.inputs
            if copies.skipExisting, let folder = copies.folder {
                let earlier = EarlierCopies(of: files.inputs, in: folder.path)
                left = try await earlier.inputsWithoutCopy(by: preflight, into: &writer)
            }
            var fixed = files.countingPassedBy(
                in: try await fixed(left, by: preflight, into: &writer)
            )
            fixed.keptCount = files.inputs.count - left.count
            fixed.outputFolder = copies.folderWritten?.path.text
            fixed.isRehearsal = copies.dryRun
            try report.requireApart(fromWritten: writer.paths)
            Progress.end()
            writer.tellDroppedFrames()
            try report.write([fixed], as: format)
            report.remark(on: [table], in: [fixed])
            files.tellPassedBy(unless: report.quiet || format.countsPassedBy)
            let remaining =
                judging.each
                ? [] : table.findings(for: RequestTotals(of: writer.outputs, for: table))
            for finding in remaining where finding.severity == .error {
                Terminal.complain(
                    "the copies together: \(finding.message.sentence(in: .options).neutralised)"
                )
            }
            return ExitStatus(ofFixing: fixed, remaining: remaining, isStrict: report.strict)
        }
    }

    private func requireReportApart(from files: InputFiles) throws {
        try report.requireApart(from: files.paths + judging.rules.filesRead)
        let names = Set(files.inputs.map(\.outputName))
        try report.requireApart(
            fromOutputsIn: copies.folderWritten?.path,
            named: names.contains
        )
    }

    /// Writes the images one by one where their bytes cannot be too many, else all when they fit.
    private func fixed(
        _ inputs: [ImageInput],
        by preflight: Preflight,
        into writer: inout FixWriter
    ) async throws -> Report {
        let options = RequestOptions(
            plan: tiles.added(to: changes.planOptions),
            split: .never,
            byteBudget: changes.budget,
            keepsToWarnings: report.strict
        )
        // How many images there are is known when the last is cut.
        let areWrittenLast =
            options.plan.tiling != .never
            || preflight.mayExceedBytes(inputs, options: options)
        // What has to go in several requests has no sum of bytes to be brought under.
        let mustSplit = changes.budget == nil && preflight.table.mustSplit(inputs.count)
        guard !judging.each, areWrittenLast, !mustSplit else {
            let alone = preflight.table.fileByteCountAtMost(
                ofRequestWithin: changes.budget,
                keepsToWarnings: report.strict
            )
            return try await preflight.normalise(
                inputs,
                options: options.plan,
                byteCountAtMost: judging.each ? alone : nil
            ) { writer.take($0) }
        }
        let together = try await preflight.normaliseTogether(inputs, options: options)
        for remark in together.remarks {
            Terminal.complain(remark.sentence(in: .options).neutralised)
        }
        return preflight.report(
            on: together.outcomes.map { outcome in
                guard let refusal = together.refusal, !outcome.images.isEmpty else {
                    return writer.take(outcome)
                }
                return outcome.refused(because: refusal.message).report
            }
        )
    }
}
