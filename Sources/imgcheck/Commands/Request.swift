internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// Writes request bodies that the model accepts.
struct Request: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the request body that carries the images, or several.",
        discussion: """
            One body goes to standard output as it is, several as one a line; with --out they become \
            request-001.json and so on. With --body, the images inside an existing body are judged and \
            cured, and everything else stays byte for byte. The summary goes to standard error.

            Exit status: 0 what was written will be accepted; 1 something could not be cured, and \
            nothing was written; 2 something could not be read or written.
            """
    )

    @OptionGroup(title: "Images") var inputs: InputOptions
    @OptionGroup(title: "Rules") var judging: JudgingOptions
    @OptionGroup(title: "Message") var message: MessageArguments
    @OptionGroup(title: "Changes") var changes: FixOptions
    @OptionGroup(title: "Requests") var requests: RequestArguments
    @OptionGroup(title: "Report") var report: ReportOptions

    func validate() throws {
        guard judging.model.count <= 1 else {
            throw ValidationError(
                "Expected one --model, found \(judging.model.count): requests go to one."
            )
        }
        guard requests.body == nil || inputs.paths.isEmpty && inputs.filesFrom == nil else {
            throw ValidationError("Expected image files or --body, found both.")
        }
        guard requests.body != nil else { return }
        var idle = IdleOptions()
        message.note(in: &idle)
        idle.note("--split", isGiven: requests.split != nil)
        idle.note("--order", isGiven: requests.order != nil)
        idle.note("--each", isGiven: judging.each)
        try idle.refuse(because: "what an existing body says, and in which order, stays as it is")
    }

    func run() async throws {
        try await Failure.ending {
            if let body = requests.body {
                return try await RequestRepair(
                    body: body,
                    judging: judging,
                    plan: changes.planOptions,
                    requests: requests,
                    report: report
                )
                .run()
            }
            return try await build()
        }
    }

    private func build() async throws -> ExitStatus {
        guard let table = try judging.tables().first else { return .accepted }
        let files = try InputFiles(inputs)
        let preflight = Preflight(table: table, options: judging.preflightOptions)
        let prepared = try await preflight.prepare(
            files.inputs,
            options: RequestOptions(
                plan: changes.planOptions,
                message: message.options,
                split: requests.split ?? .whenNeeded,
                order: requests.order ?? .keep,
                byteBudget: changes.budget
            )
        )
        try report.summarise([prepared.report])
        for remark in prepared.remarks + (prepared.refusal.map { [$0] } ?? []) {
            Terminal.complain(remark.neutralised)
        }
        let status = ExitStatus(ofRequesting: prepared, onReject: requests.onReject)
        guard status == .accepted else { return status }
        guard !prepared.requests.isEmpty else {
            Terminal.complain("No request is written, since every image was left out.")
            return .refused
        }
        let bodies = try prepared.requests.map { try $0.chatCompletion() }
        try RequestWriter(
            folder: requests.out?.path,
            inputs: files.inputs.compactMap(\.path),
            replacesFiles: requests.force
        )
        .write(bodies)
        return .accepted
    }
}
