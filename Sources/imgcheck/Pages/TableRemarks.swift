internal import FoundationEssentials
internal import ImagePreflight
internal import PreflightCore

/// The day.
enum Today {
    /// Today in UTC, as `YYYY-MM-DD`.
    static var day: String { String(Date().ISO8601Format().prefix(10)) }
}

/// What a person should know of the tables that a verdict rests on: one line each.
struct TableRemarks {
    /// The tables that were used.
    let tables: [RuleTable]

    /// What came of them.
    let reports: [Report]

    /// Today, as `YYYY-MM-DD`.
    var today = Today.day

    /// A table that was not looked at for so many days may be out of date.
    private static let dayCountAtMost = 180
}

extension TableRemarks {
    /// The lines, without a newline.
    var lines: [String] {
        tables.flatMap {
            [strangeness(of: $0), retirement(of: $0), age(of: $0)].compactMap(\.self)
        }
            + reports.compactMap(guesses)
    }

    private func strangeness(of table: RuleTable) -> String? {
        guard let host = table.missingHost else { return nil }
        return
            "\(table.name) is judged by the rules of \(table.tableName ?? table.name), served by "
            + "\(table.provider): those of \(host) are not known."
    }

    private func retirement(of table: RuleTable) -> String? {
        guard let retirement = table.retirement else { return nil }
        let verb = retirement.hasEnded(by: today) ? "ended" : "ends"
        let successor = retirement.successor.map { ": use \($0)" } ?? ""
        return "\(table.name) \(verb) on \(retirement.day)\(successor)."
    }

    private func age(of table: RuleTable) -> String? {
        let style = Date.ISO8601FormatStyle.iso8601.year().month().day()
        guard let checked = try? Date(table.verifiedOn, strategy: style),
            let now = try? Date(today, strategy: style)
        else { return nil }
        let dayCount = Int(now.timeIntervalSince(checked) / 86_400)
        guard dayCount > Self.dayCountAtMost else { return nil }
        return
            "The rules of \(table.name) were checked \(dayCount) days ago, on \(table.verifiedOn)."
    }

    /// The errors of a report that rest on limits which nobody documents.
    private func guesses(in report: Report) -> String? {
        guard let table = tables.first(where: { $0.name == report.model.name }) else { return nil }
        let codes = (report.images.map(\.findings) + [report.request.findings])
            .reduce(into: Set()) { $0.formUnion($1.guessedCodes) }
        return table.remark(onGuessed: codes)
    }
}

extension Sequence<Finding> {
    /// The codes of the errors of one image, or of one request, that rest on nothing but limits which
    /// nobody documents.
    var guessedCodes: Set<FindingCode> {
        let errors = filter { $0.severity == .error }
        let known = errors.filter { !($0.evidence?.isGuess ?? false) }.map(\.code)
        return Set(errors.map(\.code)).subtracting(known)
    }
}

extension RuleTable {
    /// What a person should know of errors that rest on such limits; nil where none does.
    func remark(onGuessed codes: Set<FindingCode>) -> String? {
        guard !codes.isEmpty else { return nil }
        let verb = codes.count == 1 ? "rests" : "rest"
        return
            "\(String.list(codes.map(\.rawValue).sorted())) \(verb) on what is inferred of "
            + "\(name), not documented: `imgcheck models \(name)` shows from where."
    }
}
