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
    /// - Throws: `ValidationError` with the nearest names.
    func requireTable(named name: String) throws -> RuleTable {
        do throws(UnknownModelError) {
            return try table(named: name)
        } catch {
            throw ValidationError(error.complaint.neutralised)
        }
    }
}

extension UnknownModelError {
    /// The sentence, and where names of models are found.
    var complaint: String {
        nearest.isEmpty
            ? "\(self) `imgcheck models` lists them, --rules adds tables." : description
    }
}

extension RuleOptions {
    /// The files and directories that are read.
    var filesRead: [FilePath] { paths.map(\.path) }

    /// The built-in tables with those of ``paths`` added.
    ///
    /// - Throws: ``Failure`` with the mistakes of every table that is broken.
    func library() throws -> RuleLibrary {
        var library = RuleLibrary.builtIn
        for path in paths {
            library.add(try Self.files(at: path.path).map(Self.table))
        }
        return library
    }

    /// The table in one file.
    static func table(at path: FilePath) throws(Failure) -> RuleTable {
        let bytes = try bytes(of: path)
        do throws(RuleTableError) {
            var table = try RuleTable(json: bytes, file: path.text)
            table.origin = path.text
            return table
        } catch {
            throw Failure(error)
        }
    }

    /// The bytes of one table's file.
    static func bytes(of path: FilePath) throws(Failure) -> [UInt8] {
        do throws(FileError) {
            return try OpenFile(reading: path).remainder(upTo: tableByteCountAtMost)
        } catch {
            throw Failure("\(path.text): \(error)")
        }
    }

    /// The file itself, or the tables in a directory in the order of their names.
    private static func files(at path: FilePath) throws(Failure) -> [FilePath] {
        do throws(FileError) {
            guard try FileStatus(of: path).kind == .directory else { return [path] }
            return try DirectoryListing.names(in: path)
                .filter { $0.fileNameExtension == "json" }
                .map(path.appending)
        } catch {
            throw Failure("\(path.text): \(error)")
        }
    }

    /// A table is a page of text; what is larger is something else.
    private static let tableByteCountAtMost = 1_000_000
}
