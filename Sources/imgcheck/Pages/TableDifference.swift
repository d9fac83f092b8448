internal import ImagePreflight
internal import PreflightCore

/// In what two tables differ, as `rules diff` shows it.
struct TableDifference {
    let one: RuleTable
    let other: RuleTable
}

extension TableDifference {
    /// A line for what only one of the two says, ending in a newline.
    var text: String {
        let (ours, theirs) = (lines(of: one), lines(of: other))
        let changes = Self.changes(from: ours, to: theirs)
        guard !changes.isEmpty else { return "\(name(one)) and \(name(other)) say the same.\n" }
        return (["- \(name(one))", "+ \(name(other))", ""] + changes).joined(separator: "\n") + "\n"
    }

    private func name(_ table: RuleTable) -> String { table.name.neutralised }

    private func lines(of table: RuleTable) -> [String] {
        let limits = table.limits.map(\.withFormatsInOrder)
            .map { limit in
                "\(limit.code.rawValue)  \(limit.phrase)  [\(limit.evidence.rawValue)]"
            }
        let tokens = table.tokens.flatMap { reading in
            ["tokens  \(reading.method.phrase)  [\(reading.evidence.rawValue)]"]
                + reading.details.map { "tokens  detail \($0.name): \($0.method.phrase)" }
        }
        let dialects = table.dialects.map { "dialect  \($0.dialect): \($0.phrase)" }
        return (limits + tokens + dialects).map(\.neutralised)
    }

    private static func changes(from ours: [String], to theirs: [String]) -> [String] {
        let gone = ours.filter { !theirs.contains($0) }.map { "- \($0)" }
        let come = theirs.filter { !ours.contains($0) }.map { "+ \($0)" }
        // A code's two lines stand together.
        return (gone + come).sorted { $0.dropFirst(2) < $1.dropFirst(2) }
    }
}

extension Limit {
    /// The limit with its formats in one order for all tables, since theirs means nothing.
    fileprivate var withFormatsInOrder: Limit {
        guard case .oneOf(let formats) = bound else { return self }
        var limit = self
        limit.bound = .oneOf(ImageFormat.allCases.filter(formats.contains))
        return limit
    }
}
