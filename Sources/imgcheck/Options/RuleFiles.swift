internal import FileSystem
internal import ImagePreflight
internal import PreflightCore

/// Rule tables in files, which may extend each other and those that are part of the package.
struct RuleFiles {
    /// A file, and the name of its table as far as that can be told.
    private struct File {
        var path: FilePath
        var bytes: [UInt8] = []
        var name: String?
        /// The name of the table that it extends, likewise.
        var baseName: String?
        /// Its name, then its aliases, likewise.
        var names: [String] = []
        /// Why it could not be read; nil where it could.
        var failure: Failure?
    }

    private let files: [File]

    /// Reads files, and the tables in directories in the order of their names; those that cannot be
    /// read say so themselves (``failure(at:)``).
    init(at paths: [FilePath]) {
        files = paths.flatMap(Self.files)
    }
}

extension RuleFiles {
    /// The files' paths, in order; of a directory that cannot be read its own.
    var paths: [FilePath] { files.map(\.path) }

    /// The names of their tables, as far as they can be told.
    var names: [String] { files.compactMap(\.name) }

    /// Why a file could not be read; nil where it could.
    func failure(at index: Int) -> Failure? { files[index].failure }

    /// A name of a file's table that another table has already, and where that stands; nil where
    /// there is none.
    ///
    /// Names are compared as they are looked for. A table may have the name of one that is part of
    /// the package, and then takes its place with all of its names.
    ///
    /// - Parameters:
    ///   - index: The file's place.
    ///   - countsAliases: Whether the aliases of tables that are part of the package count too,
    ///     which a copy of one has; where both are looked for, the file's table goes first.
    /// - Returns: The name, and where the other table stands.
    func takenName(
        at index: Int,
        countsAliases: Bool
    ) -> (name: String, place: String)? {
        let names = files[index].names
        let folded = Set(names.map(ModelName.folded))
        for earlier in files[..<index] {
            guard let name = earlier.names.first(where: { folded.contains(ModelName.folded($0)) })
            else { continue }
            return (name, "the table in \(earlier.path.text.neutralised)")
        }
        let replaced = Set(files.compactMap(\.name))
        let own = RuleLibrary.builtIn.namesByTable.filter { !replaced.contains($0.table) }
        for (table, others) in own {
            let others = countsAliases ? others : [table]
            guard let name = others.first(where: { folded.contains(ModelName.folded($0)) })
            else { continue }
            return (name, "the built-in table \(table)")
        }
        return nil
    }

    /// That a name of a file's table is another's; nil where it is not.
    func complaintOfNames(at index: Int, countsAliases: Bool = true) -> String? {
        takenName(at: index, countsAliases: countsAliases)
            .map { name, place in
                "\(files[index].path.text.neutralised): “\(name.neutralised)” is the name of \(place) too; "
                    + "rename one of them."
            }
    }

    /// All tables.
    ///
    /// - Throws: ``Failure`` with the mistakes of the first that is broken or cannot be read.
    func tables() throws(Failure) -> [RuleTable] {
        if let failure = files.compactMap(\.failure).first { throw failure }
        var tables: [RuleTable] = []
        for index in files.indices {
            do throws(RuleTableError) {
                tables.append(try table(at: index))
            } catch {
                throw Failure(error)
            }
            if let complaint = complaintOfNames(at: index, countsAliases: false) {
                throw Failure(complaint)
            }
        }
        return tables
    }

    /// The table in one of the files.
    ///
    /// - Parameters:
    ///   - index: The file's place.
    ///   - today: The day after which nothing can have been read yet; nil where that is not looked
    ///     at.
    ///   - extenders: The tables on whose way this one was asked for.
    /// - Returns: The table.
    /// - Throws: ``RuleTableError`` with every mistake in the file.
    func table(
        at index: Int,
        today: String? = nil,
        of extenders: [String] = []
    ) throws(RuleTableError) -> RuleTable {
        let file = files[index]
        let chain = extenders + [file.name ?? ""]
        var table = try RuleTable(json: file.bytes, file: file.path.text, today: today) { name in
            base(named: name, of: chain)
        }
        table.origin = file.path.text
        return table
    }

    /// A table may change the one of the package that it replaces.
    private func base(named name: String, of extenders: [String]) -> BaseTable {
        guard let index = files.lastIndex(where: { $0.name == name }), extenders.last != name else {
            let base = RuleLibrary.builtIn.base(named: name)
            if case .unknown = base, extenders.last == name { return .cycle([name]) }
            return base
        }
        // Each of those that go in a circle is told all of it, from the one that it extends on.
        if let way = circle(from: extenders.first ?? name) {
            return .cycle(Array(way.dropFirst() + [way[0]]))
        }
        guard !extenders.contains(name) else { return .broken }
        guard let table = try? table(at: index, of: extenders) else { return .broken }
        return .found(table)
    }

    /// The names through which a table extends itself; nil where it does not.
    private func circle(from name: String) -> [String]? {
        var way: [String] = []
        var next: String? = name
        while let name = next, !way.contains(name) {
            way.append(name)
            next = files.last { $0.name == name }.flatMap(\.baseName)
        }
        return next == name && way.count > 1 ? way : nil
    }

    /// The file itself, or the tables in a directory in the order of their names.
    private static func files(at path: FilePath) -> [File] {
        do throws(Failure) {
            return try paths(at: path)
                .map { table in
                    // In a directory, nobody named what would be waited for.
                    let isPipe = table != path && (try? FileStatus(of: table))?.kind == .other
                    guard !isPipe else {
                        return File(path: table, failure: Failure("\(table.text): it is no file"))
                    }
                    return file(at: table)
                }
        } catch {
            return [File(path: path, failure: error)]
        }
    }

    private static func file(at path: FilePath) -> File {
        do throws(Failure) {
            let bytes = try bytes(of: path)
            return File(
                path: path,
                bytes: bytes,
                name: RuleTable.name(in: bytes),
                baseName: RuleTable.baseName(in: bytes),
                names: RuleTable.names(in: bytes)
            )
        } catch {
            return File(path: path, failure: error)
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

    /// The path itself, or those of the tables in a directory in the order of their names.
    private static func paths(at path: FilePath) throws(Failure) -> [FilePath] {
        do throws(FileError) {
            guard try FileStatus(of: path).kind == .directory else { return [path] }
            let tables = try DirectoryListing.names(in: path)
                .filter { $0.fileNameExtension == "json" }
            guard tables.isEmpty else { return tables.map(path.appending) }
        } catch {
            throw Failure("\(path.text): \(error)")
        }
        throw Failure(
            "\(path.text): there is no table in it, that is no file whose name ends in .json; those "
                + "of folders inside are not looked for."
        )
    }

    /// A table is a page of text; what is larger is something else.
    static let tableByteCountAtMost = 1_000_000
}
