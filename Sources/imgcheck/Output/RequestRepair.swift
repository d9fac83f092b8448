internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// `request --body`: judges and cures the images inside an existing body.
struct RequestRepair {
    let body: PathArgument
    let judging: JudgingOptions
    let options: RequestOptions
    let requests: RequestArguments
    let report: ReportOptions
    let format: ReportFormat
}

extension RequestRepair {
    /// Writes the repaired body where everything in it can be cured.
    func run() async throws -> ExitStatus {
        let document = try BodyDocument(body)
        if report.strict { try document.requireWholeLines(of: body) }
        let judgements = try await document.judged(
            judging,
            options: options,
            remote: requests.remote,
            reject: requests.onReject
        )
        try report.summarise(judgements.map(\.report), as: format)
        report.remark(on: judgements.map(\.table), in: judgements.map(\.report))
        let refusals = judgements.flatMap(\.refusals)
        for refusal in refusals { Terminal.complain(refusal.sentence(in: .options).neutralised) }
        let status = ExitStatus(
            ofRepairing: judgements,
            onReject: requests.onReject,
            isStrict: report.strict
        )
        let untouched: ExitStatus =
            judgements.allSatisfy(\.kept.isEmpty) ? .accepted : .unchecked
        guard status == .accepted, refusals.isEmpty else {
            Terminal.complain("Nothing was written\(requests.onReject.outlook).")
            return max(status, untouched, .refused)
        }
        let replacements = judgements.reduce(into: [:]) { all, judgement in
            all.merge(judgement.replacements) { one, _ in one }
        }
        let repaired = try document.rewritten(replacements)
        // What is in it was decoded for its verdict or has just been written.
        let remaining = try await repaired.judged(
            judging,
            mode: .headers,
            remote: requests.remote
        )
        let errors = remaining.flatMap(\.report.errors)
        guard errors.isEmpty else {
            for error in errors {
                Terminal.complain(error.message.sentence(in: .options).neutralised)
            }
            Terminal.complain("Nothing was written.")
            return max(untouched, .refused)
        }
        try RequestWriter(
            folder: requests.out?.path,
            inputs: [body.path],
            replacesFiles: requests.force
        )
        .write([repaired.body.bytes])
        return untouched
    }
}

extension Report {
    /// The error findings of the images and of the request.
    fileprivate var errors: [Finding] {
        (images.flatMap(\.findings) + request.findings).filter { $0.severity == .error }
    }
}
