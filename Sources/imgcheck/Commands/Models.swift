internal import ArgumentParser
internal import ImagePreflight
internal import PreflightCore

/// Lists the tables, or shows one.
struct Models: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the models that have a table, or show one with sources and dates."
    )

    @Argument(help: "A model's name; without one, all are listed.")
    var name: String?

    @OptionGroup var rules: RuleOptions

    func run() async throws {
        try await Failure.ending {
            let library = try rules.library()
            guard let name else {
                try Terminal.print(ModelListText(tables: library.tables).text)
                return .accepted
            }
            try Terminal.print(ModelText(table: library.requireTable(named: name)).text)
            return .accepted
        }
    }
}
