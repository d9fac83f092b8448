internal import ArgumentParser
internal import ImagePreflight
internal import PreflightCore

/// The exit status of a run, from best to worst; several causes give the worst.
///
/// A wrong command line is 64 (`EX_USAGE` of sysexits.h), which the argument parser returns.
enum ExitStatus: Int32, Comparable {
    /// Everything would be accepted as it stands.
    case accepted = 0
    /// At least one error finding.
    case refused = 1
    /// Something could not be checked: an unreadable file, a broken table, a failed write.
    case unchecked = 2

    static func < (one: ExitStatus, other: ExitStatus) -> Bool { one.rawValue < other.rawValue }

    /// What shells give a command that Ctrl-C ended: 128 and the number of `SIGINT`.
    static let interrupted: Int32 = 130

    /// The status as the argument parser takes it.
    var exitCode: ExitCode { ExitCode(rawValue) }
}

extension ExitStatus {
    /// The status that follows from reports.
    ///
    /// - Parameters:
    ///   - reports: The reports of the run; an empty list gives ``accepted``.
    ///   - isStrict: Whether warnings fail like errors.
    init(of reports: [Report], isStrict: Bool) {
        self = reports.map { ExitStatus(of: $0, isStrict: isStrict) }.max() ?? .accepted
    }

    /// The status of a run that made images acceptable.
    ///
    /// - Parameters:
    ///   - report: The report on the inputs.
    ///   - findings: What is still to be said of the request that the outputs make.
    ///   - isStrict: Whether warnings that only the outputs raise fail like errors.
    init(ofFixing report: Report, remaining findings: [Finding], isStrict: Bool) {
        if report.images.hasUnchecked {
            self = .unchecked
            return
        }
        let isCured = report.images.allSatisfy { $0.refusal == nil }
        let isAccepted = !findings.contains { $0.severity == .error }
        let isSound = !(isStrict && report.images.raisesNewWarnings)
        self = isCured && isAccepted && isSound ? .accepted : .refused
    }

    /// The status of a run that built requests: nothing is written unless it is `accepted`.
    init(ofRequesting prepared: Prepared, onReject: RejectPolicy, isStrict: Bool) {
        if prepared.report.images.hasUnchecked {
            self = .unchecked
            return
        }
        let isRejected = onReject == .fail && prepared.report.images.contains { $0.refusal != nil }
        let isUnsound = isStrict && prepared.report.images.raisesNewWarnings
        self = isRejected || isUnsound || prepared.refusal != nil ? .refused : .accepted
    }

    /// The status of a run that repaired a body: what could not be checked in it counts, also where
    /// it stays as it is.
    init(of outcome: BodyRepair.Outcome) {
        let isWhole = outcome.judgements.allSatisfy(\.kept.isEmpty)
        self =
            switch outcome.hindrance {
            case .unchecked: .unchecked
            case .refused: isWhole ? .refused : .unchecked
            case nil: isWhole ? .accepted : .unchecked
            }
    }

    private init(of report: Report, isStrict: Bool) {
        if report.images.hasUnchecked {
            self = .unchecked
            return
        }
        let findings = report.request.findings + report.images.flatMap(\.findings)
        let fails = findings.contains { $0.severity >= (isStrict ? .warning : .error) }
        self = fails ? .refused : .accepted
    }
}

extension [ImageReport] {
    /// Whether the bytes of an image could not be had, or its copy could not be written.
    fileprivate var hasUnchecked: Bool { contains { $0.verdict == .unchecked } }

    /// Whether something was made of an image that raises a warning which the image does not.
    fileprivate var raisesNewWarnings: Bool { contains { !$0.outputFindings.isEmpty } }
}
