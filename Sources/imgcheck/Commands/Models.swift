internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// Lists the tables, or shows one.
struct Models: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the models that have a table, or show one with sources and dates.",
        discussion: """
            Examples:

              imgcheck models claude bedrock
              imgcheck models databricks-claude-3-7-sonnet
            """
    )

    @Argument(
        help: ArgumentHelp(
            "A model's name, a pattern such as 'gpt-*', or words that the names of those to list contain; "
                + "without any, all are listed.",
            valueName: "name"
        ),
        completion: .modelNames
    )
    var words: [String] = []

    @Option(help: "How the list is written: text or json.")
    var format: ListFormat = .text

    @OptionGroup var rules: RuleOptions

    func run() async throws {
        try await Failure.ending {
            let library = try rules.library()
            if words.count == 1, format == .text, let table = try page(of: words[0], in: library) {
                let page = ModelText(table: table, columnCount: Terminal.paragraphColumnCount)
                try Terminal.printPage(page.text)
                return .accepted
            }
            let tables = library.tables.filter { table in words.allSatisfy(table.isCalled) }
            guard !tables.isEmpty else {
                let filter = words.joined(separator: " ")
                // A name with a slip in it is a wrong name, not a filter.
                if !ModelName(filter).nearest(among: library.names).isEmpty {
                    _ = try library.requireTable(named: filter)
                }
                Terminal.complain(
                    "No model is called “\(filter.neutralised)”: `imgcheck models` lists all, and "
                        + "`imgcheck rules new NAME --from MODEL` writes a table for one that is not "
                        + "there."
                )
                return .refused
            }
            switch format {
            case .text:
                let list = ModelListText(
                    tables: tables,
                    today: Today.day,
                    columnCount: Terminal.columnCount(of: .standardOutput)
                )
                try Terminal.print(list.text)
            case .json: try Terminal.print(ModelListJSON(tables).text)
            }
            return .accepted
        }
    }
}

extension Models {
    /// The table of the one model that a word names; nil where it is a filter.
    ///
    /// - Throws: ``Failure`` where the table does not fit what it extends.
    private func page(of word: String, in library: RuleLibrary) throws -> RuleTable? {
        guard !ModelName(word).isAll else { return nil }
        do throws(UnknownModelError) {
            return try library.table(named: word)
        } catch {
            guard error.unfit != nil else { return nil }
            throw error.refusal()
        }
    }
}

/// How a list is written.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
}

extension RuleTable {
    /// Whether a word is part of the table's names; a pattern is all of its name, as `--model` takes
    /// it, and `all` means every table.
    fileprivate func isCalled(_ word: String) -> Bool {
        let wanted = ModelName(word)
        guard !wanted.isAll else { return true }
        guard !wanted.isPattern else { return wanted.matches(name) }
        return ([name, title, provider] + aliases)
            .contains { $0.lowercased().contains(word.lowercased()) }
    }
}
