public import PreflightCore

/// A table of the package that cannot be read, since another took the place of one that it extends.
public struct UnfitTable: Error, Sendable, Equatable {
    /// The table's name.
    public var name: String

    /// What does not fit, in the file of the table itself or of one on its way to the other.
    public var mistake: RuleTableError

    /// The name of the table that took another's place.
    public var base: String

    /// The file of that table.
    public var baseFile: String
}

extension UnfitTable: CustomStringConvertible {
    /// One sentence: both files, what does not fit, and the cure.
    public var description: String {
        let first = RuleTableError(
            file: mistake.file,
            mistakes: Array(mistake.mistakes.prefix(1))
        )
        .description.split(separator: ".").joined(separator: ".")
        return
            "The built-in table \(name) extends \(base), which \(baseFile) replaces with a table that "
            + "it does not fit (\(first)); add to \(baseFile) what is missing, or rename the table in it."
    }
}

extension UnfitTable {
    /// What is to be said of several, on one line; nil for none.
    package static func sentence(on tables: [UnfitTable]) -> String? {
        guard let first = tables.first else { return nil }
        let count = tables.count - 1
        guard count > 0 else { return first.description }
        return "\(first) \(count == 1 ? "One more does" : "\(count) more do") not fit either."
    }
}

extension RuleLibrary {
    /// The tables of the package that cannot be read, since others took the place of what they
    /// extend; those that extend one of these themselves first.
    package var unfitTables: [UnfitTable] {
        let replaced = names.filter { replacement(named: $0) != nil }
        guard !replaced.isEmpty else { return [] }
        return Self.builtInBases
            .compactMap { name, bases in
                bases.firstIndex(where: replaced.contains).map { (name: name, distance: $0) }
            }
            .sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
            .compactMap { unfitTable(named: $0.name) }
    }

    /// For each table of the package that extends another those that it extends, the nearest first.
    private static let builtInBases: [(name: String, bases: [String])] = {
        let nearest = RuleLibrary.builtIn.baseNames
        return nearest.keys.map { name in
            var bases: [String] = []
            var next = nearest[name]
            while let base = next, !bases.contains(base) {
                bases.append(base)
                next = nearest[base]
            }
            return (name, bases)
        }
    }()
}
