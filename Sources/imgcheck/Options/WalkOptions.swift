internal import ArgumentParser

/// What is looked at in a folder.
struct WalkOptions: ParsableArguments {
    @Flag(help: "In folders, look at hidden files and folders too.")
    var hidden = false

    @Flag(help: "In folders, leave out what .gitignore leaves out; .imgcheckignore always holds.")
    var ignoreVcs = false

    @Flag(
        help: "In folders, judge every file: hidden, ignored, and what is no image by any sign."
    )
    var all = false

    @Option(
        name: .customLong("ext"),
        help: ArgumentHelp(
            "In folders, judge only files with these name extensions, as jpg,png; may be repeated.",
            valueName: "endings"
        )
    )
    var endings: [String] = []

    @Option(
        help: ArgumentHelp(
            "In folders, leave out what a pattern as in .gitignore means; may be repeated.",
            valueName: "pattern"
        )
    )
    var exclude: [String] = []

    /// What walked folders before they were walked without being asked.
    @Flag(name: .shortAndLong, help: .hidden)
    var recursive = false

    func validate() throws {
        guard !all || !ignoreVcs else {
            throw ValidationError("--all judges what --ignore-vcs leaves out: give one of them.")
        }
    }
}

extension WalkOptions {
    /// Whether a file's name has one of the extensions that are asked for.
    func takes(_ fileNameExtension: String?) -> Bool {
        let wanted = endings.flatMap { $0.split(separator: ",") }
            .map { $0.drop { $0 == "." }.lowercased() }
        return wanted.isEmpty || wanted.contains(fileNameExtension?.lowercased() ?? "")
    }

    /// Whether hidden files and folders are looked at.
    var takesHidden: Bool { hidden || all }

    /// Whether a file is judged that nothing calls an image, or that is ignored.
    var takesAll: Bool { all }

    /// Notes what means nothing where no folder is looked at.
    func note(in idle: inout IdleOptions) {
        idle.note("--hidden", isGiven: hidden)
        idle.note("--ignore-vcs", isGiven: ignoreVcs)
        idle.note("--all", isGiven: all)
        idle.note("--ext", isGiven: !endings.isEmpty)
        idle.note("--exclude", isGiven: !exclude.isEmpty)
    }

    /// Whether `.gitignore` files hold.
    var honoursGitIgnore: Bool { ignoreVcs }
}
