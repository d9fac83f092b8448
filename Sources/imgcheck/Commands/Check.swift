internal import ArgumentParser
internal import ImagePreflight

/// Judges images and writes nothing but the report.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Judge images as one request, or each for itself."
    )

    @OptionGroup(title: "Images") var inputs: InputOptions
    @OptionGroup(title: "Rules") var judging: JudgingOptions
    @OptionGroup(title: "Report") var report: ReportOptions

    func run() async throws {
        try await Failure.ending {
            let tables = try judging.tables()
            let files = try InputFiles(inputs)
            let reports = try await Preflight.check(
                files.inputs, under: tables, options: judging.preflightOptions)
            try report.write(reports)
            return ExitStatus(of: reports, isStrict: report.strict)
        }
    }
}
