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

        /// Whether it is no part of the package.
        var isAdded: Bool { if case .table = content { true } else { false } }

        enum Content: Sendable {
            case table(RuleTable)
            case file(EmbeddedFile)
        }
    }
}

extension RuleLibrary {
    /// The names of the tables, in order.
    public var names: [String] { entries.map(\.name) }

    /// The names of each table, aliases included, by its own.
    package var namesByTable: [(table: String, names: [String])] {
        entries.map { ($0.name, $0.names) }
    }

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
        let entry = entry(named: name)
        if let entry, var table = wholeTable(of: entry) {
            table.missingHost = host(of: ModelName(name), missingFrom: table)
            return table
        }
        if let unfit = entry.flatMap({ unfitTable(named: $0.name) }) {
            throw UnknownModelError(name: name, nearest: [], unfit: unfit)
        }
        throw UnknownModelError(
            name: name,
            nearest: ModelName(name).nearest(among: names, where: takesImages)
        )
    }

    /// The host that a name asks for, of which other tables are and this one is not.
    private func host(of name: ModelName, missingFrom table: RuleTable) -> String? {
        guard let host = name.host, table.name != host, !table.name.hasPrefix("\(host)-"),
            let other = entries.first(where: { $0.name.hasPrefix("\(host)-") }),
            let provider = self.table(of: other, reading: [])?.provider,
            provider != table.provider
        else { return nil }
        return host
    }

    /// Whether the model of a table takes images at all.
    private func takesImages(_ name: String) -> Bool {
        entries.first { $0.name == name }.flatMap { table(of: $0, reading: []) }
            .map { $0.limit(.tooManyImages)?.bound != .atMost(0) } ?? false
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

    /// Why a table of the package cannot be read; nil where it can.
    package func unfitTable(named name: String) -> UnfitTable? {
        guard let entry = entries.first(where: { $0.name == name }),
            case .file(let file) = entry.content
        else { return nil }
        do throws(RuleTableError) {
            _ = try RuleTable(json: file.bytes, file: file.name) { base in
                self.base(named: base, of: [name])
            }
            return nil
        } catch {
            // The nearest of those that it extends, one after another, says most.
            var base = RuleTable.baseName(in: file.bytes)
            while let name = base {
                if var cause = unfitTable(named: name) {
                    cause.name = entry.name
                    return cause
                }
                if let other = replacement(named: name) {
                    return UnfitTable(
                        name: entry.name,
                        mistake: error,
                        base: name,
                        baseFile: other.origin
                    )
                }
                base = baseNames[name]
            }
            return nil
        }
    }

    /// The table that was added under a name, or took the place of one of the package.
    func replacement(named name: String) -> RuleTable? {
        guard case .table(let table) = entries.first(where: { $0.name == name })?.content
        else { return nil }
        return table
    }

    /// The tables that those of the package extend, by the names of these.
    var baseNames: [String: String] {
        var bases: [String: String] = [:]
        for entry in entries {
            guard case .file(let file) = entry.content else { continue }
            bases[entry.name] = RuleTable.baseName(in: file.bytes)
        }
        return bases
    }

    private func entry(named name: String) -> Entry? {
        if let entry = entries.first(where: { $0.name == name }) { return entry }
        for spelling in ModelName(name).spellings {
            let found = entries.filter { entry in
                entry.names.contains { ModelName.folded($0) == spelling }
            }
            // Of a table and its copy under another name, the one that was added counts.
            if let added = found.first(where: \.isAdded) ?? found.first { return added }
        }
        return nil
    }

    /// The table with the limits that every table has.
    private func wholeTable(of entry: Entry) -> RuleTable? {
        table(of: entry, reading: []).map(\.withCommonLimits)
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

extension RuleTable {
    /// The table with the limits that every table has.
    var withCommonLimits: RuleTable { CommonLimits.builtIn.map(taking) ?? self }
}

extension CommonLimits {
    /// The limits of `rules/common.json`; a test reads them before they are shipped.
    fileprivate static let builtIn = try? CommonLimits(
        json: RuleTables.common.bytes,
        file: RuleTables.common.name
    )
}

/// No table has the name that was asked for, or it does not fit what it extends.
public struct UnknownModelError: Error, Sendable, Equatable {
    /// The name that was asked for.
    public var name: String

    /// The names that are nearest to it, nearest first; may be empty.
    public var nearest: [String]

    /// The table that has the name and cannot be read; nil where none has.
    public var unfit: UnfitTable?
}

extension UnknownModelError: CustomStringConvertible {
    /// One sentence: what is wrong, and the nearest names or the cure.
    public var description: String {
        if let unfit { return unfit.description }
        let proposal =
            nearest.isEmpty ? "" : "; did you mean \(nearest.joined(separator: " or "))?"
        return "No table is named “\(name)”" + (proposal.isEmpty ? "." : proposal)
    }
}
