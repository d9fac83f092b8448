internal import ArgumentParser
internal import ImagePreflight
internal import PreflightCore

/// Lists the dialects of bodies that are read, or shows one.
struct Dialects: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the dialects of request bodies that are read and written, or show one.",
        discussion: """
            Examples:

              imgcheck dialects
              imgcheck dialects anthropic
            """
    )

    @Argument(
        help: "A dialect's name; without one, all are listed.",
        completion: .list(Dialect.all.map(\.name))
    )
    var name: String?

    @Flag(help: "Print Markdown: the page of the dialect, or the pages of all.")
    var markdown = false

    func run() async throws {
        try await Failure.ending {
            // A page has examples, which are copied; the list is read.
            let isList = name == nil && !markdown
            try isList ? Terminal.printPage(text()) : Terminal.print(text())
            return .accepted
        }
    }

    private func text() throws -> String {
        guard let name else {
            return markdown ? DialectMarkdown.document : DialectListText.text
        }
        guard let dialect = Dialect(named: name.lowercased()) else {
            throw ValidationError(unknown(name))
        }
        return markdown
            ? DialectMarkdown(dialect: dialect).text : DialectText(dialect: dialect).text
    }

    private func unknown(_ name: String) -> String {
        let names = nearestNames(to: name.lowercased(), among: Dialect.all.map(\.name))
        let cure =
            names.isEmpty
            ? "`imgcheck dialects` lists them" : "did you mean \(names.joined(separator: " or "))?"
        return "“\(name.neutralised)” is no dialect: \(cure)"
    }
}
