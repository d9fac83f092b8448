internal import ArgumentParser
internal import ImagePreflight
internal import PreflightCore

/// The values that `--detail` takes.
enum DetailNames {
    /// Makes sure that a value is one that requests to every model may give.
    ///
    /// - Throws: `ValidationError` that lists the values.
    static func require(_ detail: String?, by tables: [RuleTable]) throws {
        guard let detail else { return }
        for table in tables where !table.detailNames.contains(detail) {
            let names = table.detailNames
            throw ValidationError(
                "Expected \(names.dropLast().joined(separator: ", ")) or \(names.last ?? "") for "
                    + "--detail, found “\(detail.neutralised)”."
            )
        }
    }
}
