internal import ArgumentParser
internal import FileSystem
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

        @Argument(help: ArgumentHelp("Rule tables, or directories of them.", valueName: "path"))
        var files: [PathArgument]

        func run() async throws {
            try await Failure.ending {
                var status = ExitStatus.accepted
                var readable: [FilePath] = []
                for file in files {
                    do throws(Failure) {
                        readable += try RuleFiles(at: [file.path]).paths
                    } catch {
                        Terminal.complain(error)
                        status = .unchecked
                    }
                }
                let tables = try RuleFiles(at: readable)
                for index in readable.indices {
                    let check = RuleTableCheck(of: tables, at: index)
                    try Terminal.print(check.text)
                    status = max(status, check.status)
                }
                return status
            }
        }
    }
}
