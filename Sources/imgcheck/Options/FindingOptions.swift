public import ArgumentParser
internal import ImagePreflight
public import PreflightCore

/// Which findings count, and which of those are told.
struct FindingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Only these findings count: codes or their beginnings, as IMG2,REQ401; may be repeated.",
            valueName: "codes"
        ),
        completion: .findingCodes,
        transform: CodeList.init(argument:)
    )
    var select: [CodeList] = []

    @Option(
        help: ArgumentHelp("These findings do not count; may be repeated.", valueName: "codes"),
        completion: .findingCodes,
        transform: CodeList.init(argument:)
    )
    var ignore: [CodeList] = []

    @Option(help: "Tell nothing that weighs less: note, warning or error.")
    var minSeverity: Severity?

    @Flag(help: "Tell only how often each code was raised.")
    var statistics = false
}

extension FindingOptions {
    /// The reports with the findings that count, and verdicts that follow from those.
    ///
    /// - Parameter reports: What was found.
    /// - Returns: The reports.
    func counting(_ reports: [Report]) -> [Report] {
        let selected = select.flatMap(\.codes)
        let ignored = Set(ignore.flatMap(\.codes))
        guard !selected.isEmpty || !ignored.isEmpty else { return reports }
        let chosen = selected.isEmpty ? Set(FindingCode.allCases) : Set(selected)
        let counted = chosen.subtracting(ignored)
        return reports.map { report in
            report.counting(counted)
        }
    }

    /// The reports with what is told of them.
    func telling(_ reports: [Report]) -> [Report] {
        guard let minSeverity else { return reports }
        return reports.map { $0.without(below: minSeverity) }
    }
}

/// Codes as a command line names them, with commas between.
struct CodeList: Sendable {
    let codes: [FindingCode]

    /// The codes that begin with one of the names.
    ///
    /// - Throws: `ValidationError` where a name begins none.
    @Sendable
    init(argument: String) throws {
        codes = try argument.separatedNames.flatMap { name in
            let found = FindingCode.allCases.filter { $0.rawValue.hasPrefix(name.uppercased()) }
            guard !found.isEmpty else {
                throw ValidationError(
                    "“\(name.neutralised)” is no finding code, nor the beginning of one; "
                        + "`imgcheck explain` lists them."
                )
            }
            return found
        }
        guard !codes.isEmpty else {
            throw ValidationError("No code is named; `imgcheck explain` lists them.")
        }
    }
}

extension Severity: ExpressibleByArgument {}
