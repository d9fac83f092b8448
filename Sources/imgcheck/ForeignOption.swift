internal import ArgumentParser
internal import PreflightCore

/// An option that a command line gives to a command which does not have it, though others do.
struct ForeignOption {
    /// What is wrong, and which commands have the option.
    let message: String

    /// The option that a mistake of the command line is about; nil where it is another mistake, or no
    /// command has the option.
    ///
    /// - Parameters:
    ///   - mistake: The words of the argument parser.
    ///   - command: The command that was asked for.
    ///   - commands: All commands.
    init?(
        in mistake: String,
        of command: any ParsableCommand.Type,
        among commands: [any ParsableCommand.Type]
    ) {
        let parts = mistake.split(separator: "'", maxSplits: 2)
        guard parts.count > 1, parts[0] == "Unknown option ", parts[1].hasPrefix("--") else {
            return nil
        }
        let option = String(parts[1])
        let owners = commands.filter { $0._commandName != command._commandName && $0.has(option) }
            .map { "`imgcheck \($0._commandName)`" }
        guard !owners.isEmpty else { return nil }
        message =
            "\(option) belongs to \(String.list(owners)), and this is "
            + "`imgcheck \(command._commandName)`."
    }
}

extension ParsableCommand {
    /// Whether the command's own help names an option.
    fileprivate static func has(_ option: String) -> Bool {
        helpMessage(columns: 200).split(separator: "\n")
            .contains { line in
                line.trimmingPrefix { $0 == " " }.split { ", <[".contains($0) }.prefix(2)
                    .contains { $0 == option }
            }
    }
}
