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
            """
    )

    @OptionGroup(title: "Rules") var judging: JudgingOptions
    @Flag(help: "Hand back the bytes that the model accepts, in base64.")
    var fix = false
    @OptionGroup(title: "Changes") var changes: FixOptions

    func validate() throws {
        var idle = IdleOptions()
        idle.note("--each", isGiven: judging.each)
        try idle.refuse(because: "each line of a stream is a request of its own")
        guard !fix else { return }
        changes.note(in: &idle)
        try idle.refuse(because: "images are changed only with --fix")
    }

    func run() async throws {
        try await Failure.ending {
            guard let table = try judging.tables().first, judging.model.count == 1 else {
                throw ValidationError(
                    "Expected one --model, found \(judging.model.count): lines are judged for one."
                )
            }
            let options = judging.preflightOptions
            let answers = StreamAnswer(
                Preflight(table: table, options: options),
                fixing: fix ? changes.planOptions : nil,
                budget: changes.budget,
                words: .options
            )
            return try await StreamRun(answers: answers, jobCount: options.jobCount).run()
        }
    }
}
