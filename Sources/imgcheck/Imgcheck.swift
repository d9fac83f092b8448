internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight

/// The program: its sub-commands, and how it starts.
@main
struct Imgcheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "imgcheck",
        abstract: "Tells whether a vision model will refuse, shrink or overcharge your images.",
        discussion: """
            Judges the images as one request, before it is sent:

              imgcheck --model databricks-gpt-5 *.png

            Exit status: 0 all would be accepted; 1 something would be refused; 2 something could \
            not be checked; 64 the command line is wrong.
            """,
        version: Version.current,
        subcommands: [
            Check.self, Fix.self, Request.self, Stream.self, Models.self, Dialects.self,
            Explain.self, Rules.self, Doctor.self,
        ],
        defaultSubcommand: Check.self
    )

    static func main() async {
        StandardStreams.fillClosed()
        OutputFile.ignoreClosedPipes()
        OutputFile.ignoreSizeLimitSignals()
        do {
            if let script = CompletionScript(for: FilePath.commandLineArguments) {
                return try Terminal.print(script.text)
            }
            try await run(parseAsRoot(FilePath.commandLineArguments))
        } catch {
            exit(withError: error)
        }
    }

    /// Runs a command; where it finds the command line wrong, its own usage is shown.
    ///
    /// The argument parser shows that only for what it finds while it parses.
    private static func run(_ command: any ParsableCommand) async throws {
        var command = command
        do {
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let error as ValidationError {
            Terminal.tell("Error: \(error)\nUsage: \(usageString(for: type(of: command)))\n")
            throw ExitCode.validationFailure
        }
    }
}
