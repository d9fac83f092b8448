internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// `request --body`: judges and cures the images inside an existing body.
struct RequestRepair {
    let body: PathArgument
    let judging: JudgingOptions
    let plan: PlanOptions
    let requests: RequestArguments
    let report: ReportOptions
}

extension RequestRepair {
    /// Writes the repaired body where everything in it can be cured.
    func run() async throws -> ExitStatus {
        let document = try BodyDocument(body)
        let judgements = try await document.judged(
            judging,
            options: plan,
            remote: requests.remote,
            reject: requests.onReject
        )
        let reports = judgements.map(\.report)
        try report.summarise(reports)
        let status = ExitStatus(ofRepairing: reports, onReject: requests.onReject)
        guard status == .accepted else { return status }
        let replacements = judgements.reduce(into: [:]) { all, judgement in
            all.merge(judgement.replacements) { one, _ in one }
        }
        try RequestWriter(folder: requests.out?.path, replacesFiles: requests.force)
            .write([document.body.rewritten(replacements)])
        return .accepted
    }
}
