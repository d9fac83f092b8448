public import PreflightCore
internal import RuleTables

/// The tables at hand, by name.
public struct RuleLibrary: Sendable {
    /// The tables, in the order of their names.
    public private(set) var tables: [RuleTable]

    /// Creates a library; of tables with the same name the last one counts.
    public init(_ tables: [RuleTable] = []) {
        self.tables = []
        add(tables)
    }

    /// The tables that are part of this package.
    ///
    /// All of them can be read: a test holds each against the format before it is shipped.
    public static let builtIn = RuleLibrary(
        RuleTables.files.compactMap { try? RuleTable(json: $0.bytes, file: $0.name) }
    )
}

extension RuleLibrary {
    /// Adds tables; one that is there already under the same name is replaced.
    public mutating func add(_ added: some Sequence<RuleTable>) {
        for table in added {
            tables.removeAll { $0.name == table.name }
            tables.append(table)
        }
        tables.sort { $0.name < $1.name }
    }

    /// The table of one model.
    ///
    /// - Throws: ``UnknownModelError`` with the nearest names.
    public func table(named name: String) throws(UnknownModelError) -> RuleTable {
        if let table = tables.first(where: { $0.name == name }) { return table }
        throw UnknownModelError(
            name: name,
            nearest: nearestNames(to: name, among: tables.map(\.name))
        )
    }
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
