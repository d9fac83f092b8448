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

    /// What walked folders before they were walked without being asked.
    @Flag(name: .shortAndLong, help: .hidden)
    var recursive = false

    func validate() throws {
        guard !all || !ignoreVcs else {
            throw ValidationError("Expected --all or --ignore-vcs, found both.")
        }
    }
}

extension WalkOptions {
    /// Whether hidden files and folders are looked at.
    var takesHidden: Bool { hidden || all }

    /// Whether a file is judged that nothing calls an image, or that is ignored.
    var takesAll: Bool { all }

    /// Notes what means nothing where no folder is looked at.
    func note(in idle: inout IdleOptions) {
        idle.note("--hidden", isGiven: hidden)
        idle.note("--ignore-vcs", isGiven: ignoreVcs)
        idle.note("--all", isGiven: all)
    }

    /// Whether `.gitignore` files hold.
    var honoursGitIgnore: Bool { ignoreVcs }
}
