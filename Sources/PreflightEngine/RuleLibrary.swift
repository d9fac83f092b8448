public import PreflightCore
internal import RuleTables

/// The tables at hand, by name; a table is read when it is asked for.
public struct RuleLibrary: Sendable {
    private var entries: [Entry]

    /// Creates a library; of tables with the same name the last one counts.
    public init(_ tables: [RuleTable] = []) {
        entries = []
        add(tables)
    }

    /// The tables that are part of this package.
    ///
    /// All of them can be read: a test holds each against the format before it is shipped.
    public static let builtIn = RuleLibrary(embedded: RuleTables.files)

    private init(embedded files: [EmbeddedFile]) {
        entries = files.map { Entry(names: $0.modelNames, content: .file($0)) }
        entries.sort { $0.name < $1.name }
    }

    /// A table, or the file that spells it.
    private struct Entry: Sendable {
        /// The table's name, then its aliases.
        var names: [String]
        var content: Content

        var name: String { names.first ?? "" }

        enum Content: Sendable {
            case table(RuleTable)
            case file(EmbeddedFile)
        }
    }
}

extension RuleLibrary {
    /// The names of the tables, in order.
    public var names: [String] { entries.map(\.name) }

    /// All tables, in the order of their names; those that are part of the package are read anew.
    public var tables: [RuleTable] { entries.compactMap(wholeTable) }

    /// Adds tables; one that is there already under the same name is replaced.
    public mutating func add(_ added: some Sequence<RuleTable>) {
        for table in added {
            entries.removeAll { $0.name == table.name }
            entries.append(Entry(names: [table.name] + table.aliases, content: .table(table)))
        }
        entries.sort { $0.name < $1.name }
    }

    /// The table of one model.
    ///
    /// A name is looked for as it stands, then as an alias, then in the spellings that gateways
    /// give it (see ``ModelName``).
    ///
    /// - Throws: ``UnknownModelError`` with the nearest names.
    public func table(named name: String) throws(UnknownModelError) -> RuleTable {
        if let entry = entry(named: name), let table = wholeTable(of: entry) { return table }
        throw UnknownModelError(name: name, nearest: ModelName(name).nearest(among: names))
    }

    /// The table that another may extend.
    ///
    /// - Parameters:
    ///   - name: The table's own name.
    ///   - extenders: The tables on whose way it was asked for.
    /// - Returns: The table, or why it cannot be had.
    public func base(named name: String, of extenders: [String] = []) -> BaseTable {
        guard !extenders.contains(name) else { return .cycle(extenders) }
        guard let entry = entries.first(where: { $0.name == name }) else {
            return .unknown(nearest: nearestNames(to: name, among: names))
        }
        return table(of: entry, reading: extenders).map { .found($0) } ?? .broken
    }

    private func entry(named name: String) -> Entry? {
        if let entry = entries.first(where: { $0.name == name }) { return entry }
        for spelling in ModelName(name).spellings {
            let found = entries.first { entry in
                entry.names.contains { ModelName.folded($0) == spelling }
            }
            if let found { return found }
        }
        return nil
    }

    /// The table with the limits that every table has.
    private func wholeTable(of entry: Entry) -> RuleTable? {
        table(of: entry, reading: [])
            .map { table in
                CommonLimits.builtIn.map(table.taking) ?? table
            }
    }

    private func table(of entry: Entry, reading extenders: [String]) -> RuleTable? {
        switch entry.content {
        case .table(let table): table
        case .file(let file):
            try? RuleTable(json: file.bytes, file: file.name) { base in
                self.base(named: base, of: extenders + [entry.name])
            }
        }
    }
}

extension CommonLimits {
    /// The limits of `rules/common.json`; a test reads them before they are shipped.
    fileprivate static let builtIn = try? CommonLimits(
        json: RuleTables.common.bytes,
        file: RuleTables.common.name
    )
}

/// No table has the name that was asked for.
public struct UnknownModelError: Error, Sendable, Equatable {
    /// The name that was asked for.
    public var name: String

    /// The names that are nearest to it, nearest first; may be empty.
    public var nearest: [String]
}

extension UnknownModelError: CustomStringConvertible {
    /// One sentence: what is wrong, and the nearest names.
    public var description: String {
        let proposal =
            nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?"
        return "No table is named \"\(name)\"" + (proposal.isEmpty ? "." : proposal)
    }
}
