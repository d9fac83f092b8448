internal import ArgumentParser

/// Which images are looked at.
struct InputOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Image files, folders of them, or - for one image on standard input.",
            valueName: "path"
        )
    )
    var paths: [PathArgument] = []

    @Option(
        help: ArgumentHelp(
            "Read more names from a file, one a line, or from standard input with -.",
            valueName: "list"
        )
    )
    var filesFrom: PathArgument?

    @Flag(name: [.customShort("0"), .customLong("null")], help: "Names in the list end with NUL.")
    var namesEndWithNull = false

    @OptionGroup var walk: WalkOptions
}
