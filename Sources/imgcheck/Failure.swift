internal import ArgumentParser
internal import ImagePreflight
internal import PreflightCore

/// What stops a run with status 2: the sentence for standard error.
struct Failure: Error, CustomStringConvertible {
    let description: String

    /// Creates a failure of several lines; a newline within one comes from outside and is escaped.
    init(lines: some Sequence<String>) {
        description = lines.map(\.neutralised).joined(separator: "\n")
    }

    /// Creates a failure of one line.
    init(_ line: String) {
        self.init(lines: [line])
    }

    /// Creates a failure with a line for each mistake.
    init(_ error: RuleTableError) {
        self.init(
            lines: error.mistakes.map { mistake in
                RuleTableError(file: error.file, mistakes: [mistake]).description
            }
        )
    }
}

extension Failure {
    /// Runs a command to its exit status; a ``Failure`` is told on standard error and gives 2.
    ///
    /// - Parameters:
    ///   - passesRefusals: Whether a status that says that something would be refused is 0.
    ///   - command: The command.
    /// - Throws: What the argument parser turns into an exit status.
    static func ending(
        passingRefusals passesRefusals: Bool = false,
        _ command: () async throws -> ExitStatus
    ) async throws {
        defer { Progress.end() }
        do {
            let status = try await command()
            guard status != .accepted, !passesRefusals || status != .refused else { return }
            throw status.exitCode
        } catch let failure as Failure {
            Terminal.complain(failure)
            throw ExitStatus.unchecked.exitCode
        }
    }
}
