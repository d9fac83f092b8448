import FoundationEssentials

/// Writes the Swift source that holds rule tables as bytes.
///
/// Called by the build-tool plugin of the same name with the path to write, those of the errors
/// and the common limits, and those of the tables.
@main
struct EmbedTables {
    static func main() throws {
        let paths = CommandLine.arguments.dropFirst().map { URL(filePath: $0) }
        guard paths.count >= 3 else { throw CocoaError(.fileNoSuchFile) }
        let (output, errors, common) = (paths[0], paths[1], paths[2])
        let entries = try paths.dropFirst(3).map(entry)
        let source = """
            extension RuleTables {
                /// Every table in `rules/tables`, in the order of the file names.
                public static let files: [EmbeddedFile] = [
            \(entries.joined(separator: "\n"))
                ]

                /// What providers answer, and the codes that it means.
                public static let errors =
            \(try file(errors, names: []))

                /// The limits that every table has which says nothing else.
                public static let common =
            \(try file(common, names: []))
            }

            """
        try Data(source.utf8).write(to: output, options: .atomic)
    }

    /// A table with the names that lead to it, as an element of a list.
    private static func entry(for table: URL) throws -> String {
        let names = try JSONDecoder().decode(ModelNames.self, from: Data(contentsOf: table))
        return try file(table, names: [names.name] + (names.aliases ?? [])) + ","
    }

    /// A file as a text that the compiler need not look into.
    private static func file(_ file: URL, names: [String]) throws -> String {
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        let list = names.map { "\"\($0)\"" }.joined(separator: ", ")
        // Nothing in a table ends so long a delimiter; what is between its lines is the file.
        let (opening, closing) = ("####\"\"\"", "\"\"\"####")
        return [
            "EmbeddedFile(", "name: \"\(file.lastPathComponent)\",", "modelNames: [\(list)],",
            "text: \(opening)", text, "\(closing)", ")",
        ]
        .joined(separator: "\n")
    }

    /// What leads to a table.
    private struct ModelNames: Decodable {
        var name: String
        var aliases: [String]?
    }
}
