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
            try await run(parsed(FilePath.commandLineArguments))
        } catch {
            exit(withError: error)
        }
    }

    /// The command that the arguments ask for.
    ///
    /// The argument parser proposes an option that is spelled alike; one that other commands have
    /// under this very name is more likely meant.
    private static func parsed(_ arguments: [String]) throws -> any ParsableCommand {
        do {
            return try parseAsRoot(arguments)
        } catch {
            let commands = configuration.subcommands
            let command = commands.first { $0._commandName == arguments.first } ?? Check.self
            guard
                let foreign = ForeignOption(in: message(for: error), of: command, among: commands)
            else { throw error }
            Terminal.tell("Error: \(foreign.message)\nUsage: \(usageString(for: command))\n")
            throw ExitCode.validationFailure
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
