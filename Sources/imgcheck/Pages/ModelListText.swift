internal import ImagePreflight
internal import PreflightCore

/// The tables as `models` lists them: a name and its main limits on a line.
struct ModelListText {
    /// The tables, in the order they are listed.
    let tables: [RuleTable]

    /// The list, ending in a newline.
    var text: String {
        let width = tables.map(\.name.neutralised.count).max() ?? 0
        return
            tables.map { table in
                let name = table.name.neutralised.padded(to: width)
                return "\(name)  \(Self.summary(of: table)), rules of \(table.verifiedOn)\n"
            }
            .joined()
    }

    private static func summary(of table: RuleTable) -> String {
        let formats = table.acceptedFormats.map(\.rawValue).joined(separator: " ")
        let counts = table.limits
            .filter { [.imageCount, .fileByteCount, .bodyByteCount].contains($0.measure) }
            .filter { $0.code.page.severity == .error }
            .map(\.phrase)
        return ([formats] + counts).joined(separator: ", ")
    }
}
