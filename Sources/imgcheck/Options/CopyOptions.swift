internal import ArgumentParser
internal import FileSystem

/// Where copies are written, and what of those that are there already is replaced.
struct CopyOptions: ParsableArguments {
    @Option(
        name: .customLong("out"),
        help: ArgumentHelp("The folder that the copies are written to.", valueName: "directory")
    )
    var folder: PathArgument?

    @Flag(help: "Show what would be done and write nothing.")
    var dryRun = false

    @Flag(help: "Replace files that are there; an input never is.")
    var force = false

    @Flag(
        help: """
            Leave alone what an earlier run wrote: an input whose copy is there, whole and accepted, is \
            not read again, unless it was changed after its copy.
            """
    )
    var skipExisting = false

    func validate() throws {
        guard folder != nil || dryRun else {
            throw ValidationError("Where to? Give --out FOLDER, or --dry-run to write nothing.")
        }
        guard folder?.path.bytes.isEmpty != true else {
            throw ValidationError("--out needs the name of a folder; this one is empty.")
        }
        guard !skipExisting || !force else {
            throw ValidationError(
                "--skip-existing keeps what is there, --force replaces it: give one."
            )
        }
    }
}

extension CopyOptions {
    /// The folder that something is written to; nil for none.
    var folderWritten: PathArgument? { dryRun ? nil : folder }
}
