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

    private static func entry(for table: URL) throws -> String {
        let bytes = try Data(contentsOf: table).map { String($0) }.joined(separator: ",")
        return "        EmbeddedFile(name: #\"\(table.lastPathComponent)\"#, bytes: [\(bytes)]),"
    }
}
