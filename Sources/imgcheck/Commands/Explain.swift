internal import ArgumentParser
internal import ImagePreflight
internal import PreflightCore

/// Prints the page of one finding code.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a finding code, or list them all."
    )

    @Argument(help: "A code such as IMG201; without one, all are listed.")
    var code: String?

    @Option(
        help: ArgumentHelp(
            "What a provider answered: which finding says it before.",
            valueName: "text"
        )
    )
    var error: String?

    @Flag(help: "Print Markdown: the page of the code, or the pages of all.")
    var markdown = false

    @OptionGroup var rules: RuleOptions

    func run() async throws {
        try await Failure.ending {
            try Terminal.print(text())
            return .accepted
        }
    }

    private func text() throws -> String {
        if let error { return try explanation(of: error) }
        guard let code else {
            return markdown ? FindingPageMarkdown.document : FindingPageText.index
        }
        guard let known = FindingCode(rawValue: code.uppercased()) else {
            throw ValidationError(unknown(code))
        }
        guard !markdown else { return FindingPageMarkdown(code: known).text }
        return FindingPageText(code: known, tables: try rules.library().tables).text
    }

    private func explanation(of answer: String) throws -> String {
        guard let error = ProviderError.quoted(in: answer) else {
            throw ValidationError(
                "No answer of a provider is known with these words: "
                    + "`imgcheck explain` lists what imgcheck finds."
            )
        }
        let tables = try rules.library().tables
        return """
            \(error.provider) answers “\(error.text)”.
            \(WrappedText(error.meaning).indented(by: ""))


            """ + FindingPageText(code: error.code, tables: tables).text
    }

    private func unknown(_ code: String) -> String {
        let names = nearestNames(to: code.uppercased(), among: FindingCode.allCases.map(\.rawValue))
        let cure =
            names.isEmpty
            ? "`imgcheck explain` lists them" : "did you mean \(names.joined(separator: " or "))?"
        return "“\(code.neutralised)” is no finding code: \(cure)"
    }
}
