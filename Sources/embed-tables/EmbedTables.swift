import FoundationEssentials

/// Writes the Swift source that holds rule tables as bytes.
///
/// Called by the build-tool plugin of the same name with the path to write and the paths to read.
@main
struct EmbedTables {
    static func main() throws {
        let paths = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
        guard let output = paths.first else { throw CocoaError(.fileNoSuchFile) }
        let entries = try paths.dropFirst().map(entry)
        let source = """
            extension RuleTables {
                /// Every table in `rules/tables`, in the order of the file names.
                public static let files: [EmbeddedFile] = [
            \(entries.joined(separator: "\n"))
                ]
            }

            """
        try Data(source.utf8).write(to: output, options: .atomic)
    }

    /// A table as a text that the compiler need not look into, with the names that lead to it.
    private static func entry(for table: URL) throws -> String {
        let data = try Data(contentsOf: table)
        let text = String(decoding: data, as: UTF8.self)
        let names = try JSONDecoder().decode(ModelNames.self, from: data)
        let list = ([names.name] + (names.aliases ?? [])).map { "\"\($0)\"" }
        // Nothing in a table ends so long a delimiter; what is between its lines is the file.
        let (opening, closing) = ("####\"\"\"", "\"\"\"####")
        return [
            "EmbeddedFile(",
            "name: \"\(table.lastPathComponent)\",",
            "modelNames: [\(list.joined(separator: ", "))],",
            "text: \(opening)", text, "\(closing)", "),",
        ]
        .joined(separator: "\n")
    }

    /// What leads to a table.
    private struct ModelNames: Decodable {
        var name: String
        var aliases: [String]?
    }
}
