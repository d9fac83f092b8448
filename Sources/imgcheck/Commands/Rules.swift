internal import ArgumentParser
internal import ImagePreflight

/// What can be done with rule tables.
struct Rules: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Work with rule tables.",
        subcommands: [Lint.self]
    )

    /// Validates tables.
    struct Lint: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Validate rule tables and name file, place and mistake."
        )

        @Argument(help: ArgumentHelp("Rule tables.", valueName: "file"))
        var files: [PathArgument]

        func run() async throws {
            try await Failure.ending {
                var status = ExitStatus.accepted
                for file in files {
                    do throws(Failure) {
                        let check = try RuleTableCheck(of: file.path)
                        try Terminal.print(check.text)
                        status = max(status, check.status)
                    } catch {
                        Terminal.complain(error)
                        status = .unchecked
                    }
                }
                return status
            }
        }
    }
}
