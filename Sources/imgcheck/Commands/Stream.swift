internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// Answers JSON lines with JSON lines.
struct Stream: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "JSON lines in, JSON lines out, for pipelines.",
        discussion: """
            Each line of standard input is a request of its own: {"id":…, "path":…} or {"id":…, \
            "data": base64}. Answers come in the order of the lines, each as soon as its turn \
            comes. A line that is not understood is answered as unchecked and stops nothing.

            Example:

              printf '%s\\n' '{"id":1,"path":"a.gif"}' | imgcheck stream --model databricks-gpt-5

            Exit status: 0 every line was answered; with --fail-on rejected, 1 an image would be \
            refused, 2 one could not be checked.
            """
    )

    @OptionGroup(title: "Rules") var judging: JudgingOptions
    @Flag(help: "Hand back the bytes that the model accepts, in base64.")
    var fix = false
    @OptionGroup(title: "Changes") var changes: FixOptions

    @OptionGroup(visibility: .hidden) var tiles: TileOptions

    @Option(help: "Whether answers decide the exit status: never or rejected.")
    var failOn = FailureCause.never

    @Flag(help: "Exit with 0 although an image would be refused.")
    var exitZero = false

    func validate() throws {
        var idle = IdleOptions()
        idle.note("--each", isGiven: judging.each)
        try idle.refuse(because: "each line of a stream is a request of its own")
        guard tiles.tile ?? .never == .never else {
            throw ValidationError(
                "A line is answered with one picture, and --tile makes several: use "
                    + "`imgcheck fix --tile` or `imgcheck request --tile`."
            )
        }
        guard !fix else { return }
        changes.note(in: &idle)
        try idle.refuse(because: "images are changed only with --fix")
    }

    func run() async throws {
        try await Failure.ending(passingRefusals: exitZero) {
            let table = try judging.table(for: "lines are judged for one")
            let options = judging.preflightOptions
            let remarks = TableRemarks(tables: [table], reports: []).lines
            for line in remarks { Terminal.complain(line.neutralised) }
            var preflight = try judging.preflight(under: table)
            // A stream goes on for as long as its writer does.
            if judging.runTimeout == nil { preflight.options.deadline = nil }
            let answers = StreamAnswer(
                preflight,
                fixing: fix ? changes.planOptions : nil,
                budget: changes.budget,
                words: .options,
                namesModel: !remarks.isEmpty
            )
            let progress = try await StreamRun(
                answers: answers,
                jobCount: options.jobCount,
                table: table
            )
            .run()
            if let remark = table.remark(onGuessed: progress.guessedCodes) {
                Terminal.complain(remark.neutralised)
            }
            return failOn == .rejected ? progress.status : .accepted
        }
    }
}

/// What makes a stream end with another status than 0 though every line was answered.
enum FailureCause: String, CaseIterable, ExpressibleByArgument {
    /// Nothing.
    case never
    /// An image that would be refused, or could not be checked.
    case rejected
}
