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
        var repair = BodyRepair(
            parts: try document.parts(judging),
            options: options,
            remote: requests.remote,
            reject: requests.onReject
        )
        repair.refusesNewWarnings = report.strict
        let outcome = try await repair.outcome(of: document.body)
        let reports = outcome.judgements.map(\.report)
        try report.summarise(reports, as: format)
        report.remark(on: outcome.judgements.map(\.table), in: reports)
        for refusal in outcome.refusals {
            Terminal.complain(refusal.sentence(in: .options).neutralised)
        }
        let status = ExitStatus(of: outcome)
        guard let bytes = outcome.bytes else {
            let outlook = requests.onReject.outlook(for: reports.flatMap(\.images))
            Terminal.complain("Nothing was written\(outlook).")
            return status
        }
        try RequestWriter(
            folder: requests.out?.path,
            inputs: [body.path],
            replacesFiles: requests.force
        )
        .write([[bytes]])
        return status
    }
}
