internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// What can be done with rule tables.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Work with rule tables.",
        discussion: """
            Examples:

              imgcheck rules lint my-model.json
              imgcheck --rules my-model.json --model my-model *.png
            """,
        subcommands: [Lint.self, Diff.self, New.self]
    )

    /// Validates tables.
    struct Lint: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Validate rule tables and name file, place and mistake."
        )

        @Argument(help: ArgumentHelp("Rule tables, or directories of them.", valueName: "path"))
        var files: [PathArgument]

        func run() async throws {
            try await Failure.ending {
                var status = ExitStatus.accepted
                let tables = RuleFiles(at: files.map(\.path))
                for index in tables.paths.indices {
                    if let failure = tables.failure(at: index) {
                        Terminal.complain(failure)
                        status = .unchecked
                        continue
                    }
                    let check = RuleTableCheck(of: tables, at: index)
                    try Terminal.print(check.text)
                    status = max(status, check.status)
                }
                return status
            }
        }
    }

    /// Shows in what two tables differ.
    struct Diff: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show in what the tables of two models differ."
        )

        @Argument(help: "A model.", completion: .modelNames) var one: String
        @Argument(help: "Another.", completion: .modelNames) var other: String
        @OptionGroup var rules: RuleOptions

        func run() async throws {
            try await Failure.ending {
                let library = try rules.library()
                let difference = TableDifference(
                    one: try library.requireTable(named: one),
                    other: try library.requireTable(named: other)
                )
                try Terminal.printPage(difference.text)
                return .accepted
            }
        }
    }

    /// Prints a table to edit.
    struct New: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print a table to edit, for a model that has none.",
            discussion: """
                The part of the name after its last slash is that of the table, the whole name is one \
                of its aliases.

                imgcheck rules new my-model --from gpt-5 >my-model.json
                """
        )

        @Argument(help: "The model's name as a request spells it.") var name: String

        @Option(
            help: ArgumentHelp("The table that it changes.", valueName: "name"),
            completion: .modelNames
        )
        var from: String

        @OptionGroup var rules: RuleOptions

        func run() async throws {
            try await Failure.ending {
                let library = try rules.library()
                let draft = TableDraft(
                    of: name,
                    changing: try library.requireTable(named: from),
                    beside: library.names,
                    today: Today.day
                )
                if let mistake = draft.mistake { throw ValidationError(mistake.neutralised) }
                try Terminal.print(draft.text)
                return .accepted
            }
        }
    }
}
