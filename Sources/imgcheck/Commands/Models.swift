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
            "A model's name, or words that the names of those to list contain; without any, all are "
                + "listed.",
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
            if words.count == 1, format == .text, let table = try? library.table(named: words[0]) {
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

/// How a list is written.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
}

extension RuleTable {
    /// Whether a word, or a name with `*` for anything, is part of the table's names.
    fileprivate func isCalled(_ word: String) -> Bool {
        let parts = word.lowercased().split(separator: "*").map(String.init)
        return ([name, title, provider] + aliases)
            .contains { text in
                var rest = Substring(text.lowercased())
                return parts.allSatisfy { part in
                    guard let range = rest.firstRange(of: part) else { return false }
                    rest = rest[range.upperBound...]
                    return true
                }
            }
    }
}
