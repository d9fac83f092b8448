internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// Prints the page of one finding code.
struct Explain: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Explain a finding code, or list them all.",
        discussion: """
            Examples:

              imgcheck explain IMG202
              imgcheck explain --error "image exceeds 5 MB maximum"
            """
    )

    @Argument(
        help: "A code such as IMG201; without one, all are listed.",
        completion: .findingCodes
    )
    var code: String?

    @Option(
        help: ArgumentHelp(
            "What a provider answered, as it was pasted, or - for standard input: which finding says "
                + "it before.",
            valueName: "text"
        )
    )
    var error: String?

    @Option(
        help: "The model that answered, whose limits are shown; with --error.",
        completion: .modelNames
    )
    var model: String?

    @Flag(help: "Print Markdown: the page of the code, or the pages of all.")
    var markdown = false

    @OptionGroup var rules: RuleOptions

    func validate() throws {
        guard error != nil else {
            guard let model else { return }
            throw ValidationError(
                "--model \(model.neutralised) goes with --error, which is missing."
            )
        }
        var idle = IdleOptions()
        idle.note("“\(code?.neutralised ?? "")”", isGiven: code != nil)
        idle.note("--markdown", isGiven: markdown)
        try idle.refuse(because: "--error looks for the code that an answer is about")
    }

    func run() async throws {
        try await Failure.ending {
            guard let error else {
                try markdown ? Terminal.print(text()) : Terminal.printPage(text())
                return .accepted
            }
            return try explain(error == "-" ? Self.pasted() : error)
        }
    }

    private func text() throws -> String {
        guard let code else {
            return markdown ? FindingPageMarkdown.document : FindingPageText.index
        }
        guard let known = FindingCode(rawValue: code.uppercased()) else {
            throw ValidationError(unknown(code))
        }
        guard !markdown else { return FindingPageMarkdown(code: known).text }
        return FindingPageText(
            code: known,
            tables: try rules.library().tables,
            columnCount: Terminal.paragraphColumnCount,
            usesLinks: Terminal.showsLinks
        )
        .text
    }

    /// Prints what an answer of a provider means; 1 where nobody knows.
    private func explain(_ answer: String) throws -> ExitStatus {
        guard let quotation = ProviderError.quoted(in: answer) else {
            Terminal.complain(
                "No known answer of a provider has these words; paste the sentence after "
                    + "“message”, or look for what it is about in `imgcheck explain`."
            )
            return .refused
        }
        let library = try rules.library()
        let tables = library.tables
        let text = ProviderErrorText(
            quotation: quotation,
            answer: answer,
            tables: tables,
            answering: try model.map { AnsweringTables(of: try library.requireTable(named: $0)) }
                ?? AnsweringTables(to: quotation, answer, among: tables),
            columnCount: Terminal.paragraphColumnCount,
            usesLinks: Terminal.showsLinks
        )
        try Terminal.printPage(text.text)
        return .accepted
    }

    /// The answer on standard input.
    private static func pasted() throws(Failure) -> String {
        do throws(FileError) {
            let bytes = try OpenFile(reading: .standardInput).remainder(upTo: byteCountAtMost)
            return String(decoding: bytes, as: UTF8.self)
        } catch {
            throw Failure("standard input: \(error)")
        }
    }

    /// An answer that quotes the whole request is as long as that.
    private static let byteCountAtMost = 64_000_000

    private func unknown(_ code: String) -> String {
        let names = nearestNames(to: code.uppercased(), among: FindingCode.allCases.map(\.rawValue))
        let cure =
            names.isEmpty
            ? "`imgcheck explain` lists them" : "did you mean \(names.joined(separator: " or "))?"
        return "“\(code.neutralised)” is no finding code: \(cure)"
    }
}
