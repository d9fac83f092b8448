internal import ArgumentParser
internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// Which tables there are.
struct RuleOptions: ParsableArguments {
    @Option(
        name: .customLong("rules"),
        help: ArgumentHelp(
            "A rule table, or a directory of them, that adds to or replaces the built-in ones; "
                + "may be repeated.",
            valueName: "path"
        )
    )
    var paths: [PathArgument] = []
}

extension RuleLibrary {
    /// The table of one model that the command line names.
    ///
    /// - Throws: `ValidationError` with the nearest names, or ``Failure`` where the table does not fit
    ///   those of ``RuleOptions/paths``.
    func requireTable(named name: String) throws -> RuleTable {
        do throws(UnknownModelError) {
            return try table(named: name)
        } catch {
            throw error.refusal()
        }
    }

    /// The tables whose names a pattern stands for, or all; what cannot be read of them is told.
    func tables(matching pattern: ModelName) -> [RuleTable] {
        let meant = names.filter { pattern.isAll || pattern.matches($0) }
        let found = meant.compactMap { try? table(named: $0) }
        let names = Set(found.map(\.name))
        let unfit = meant.filter { !names.contains($0) }.compactMap(unfitTable)
        if let sentence = UnfitTable.sentence(on: unfit) { Terminal.complain(sentence.neutralised) }
        return found
    }
}

extension UnknownModelError {
    /// What ends a command.
    ///
    /// - Parameter place: Where the name stands, before the sentence; may be empty.
    /// - Returns: The error to throw.
    func refusal(at place: String = "") -> any Error {
        guard unfit == nil else { return Failure("\(place)\(self)") }
        return ValidationError("\(place)\(self) \(cure)".neutralised)
    }

    /// Where names of models are found, and how one gets a table.
    private var cure: String {
        let wanted = ModelName(name)
        guard !wanted.isPattern, !wanted.isAll else {
            return "One model is meant here, not a pattern: name it, or give --model."
        }
        guard let nearest = nearest.first, let tableName = wanted.tableName else {
            return "`imgcheck models` lists them, --rules adds tables."
        }
        let argument = wanted.canBeAlias && !name.hasPrefix("-") ? name : tableName
        return
            "Else `imgcheck rules new \(argument.shellQuoted) --from \(nearest)` writes a table to "
            + "edit."
    }
}

extension RuleOptions {
    /// The files and directories that are read.
    var filesRead: [FilePath] { paths.map(\.path) }

    /// The built-in tables with those of ``paths`` added.
    ///
    /// Built-in tables that extend one that is replaced, and do not fit it, fail when they are asked
    /// for.
    ///
    /// - Throws: ``Failure`` with the mistakes of every table that is broken.
    func library() throws -> RuleLibrary {
        guard !paths.isEmpty else { return .builtIn }
        var library = RuleLibrary.builtIn
        library.add(try RuleFiles(at: paths.map(\.path)).tables())
        return library
    }
}
