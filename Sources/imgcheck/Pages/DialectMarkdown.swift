internal import PreflightCore

/// The pages of dialects in Markdown, as `dialects --markdown` prints them, from their declarations.
struct DialectMarkdown {
    /// The dialect that is shown.
    let dialect: Dialect
}

extension DialectMarkdown {
    /// One section, ending in a newline.
    var text: String {
        let ways = [
            way("Turns", dialect.turns.map(\.description)),
            way("Parts of a turn", dialect.parts.map(\.description)),
            way(
                "Parts outside turns",
                dialect.asides.map { "\($0.path)` (\($0.role))`" }
            ),
            way("Parts inside parts", dialect.nests.map(nest)),
        ]
        .compactMap(\.self)
        let examples = dialect.images.map { "\($0.sentence)\n\n```json\n\($0.example)\n```" }
        return """
            ## \(dialect.name)

            [\(dialect.title)](\(dialect.address)). \(use)

            \(ways.joined(separator: "\n"))

            An image is spelled in one of these ways.

            \(examples.joined(separator: "\n\n"))

            """
    }

    /// What the dialect is used for, in sentences.
    var use: String {
        guard dialect.isSent else {
            return "A library makes a request of it, so that no table's rules of place apply."
        }
        let sending =
            dialect.layout == nil
            ? "It is sent as it is."
            : "It is sent as it is, and `request --dialect \(dialect.name)` writes it."
        return [sending, dialect.clientNote].compactMap(\.self).joined(separator: " ")
    }

    private func way(_ title: String, _ paths: [String]) -> String? {
        let shown = paths.map { $0.isEmpty ? "the turn itself" : Self.code($0) }
        return paths.isEmpty ? nil : "* \(title): \(shown.joined(separator: ", "))"
    }

    private func nest(_ nest: Dialect.Nest) -> String {
        nest.type.map { "\(nest.path)` of a part of the type `\($0)" } ?? "\(nest.path)"
    }

    /// A text as code; an explanation that closes the code before itself stays one.
    private static func code(_ text: String) -> String {
        let quoted = "`\(text)`"
        return quoted.hasSuffix("``") ? String(quoted.dropLast(2)) : quoted
    }
}

// MARK: - The whole page

extension DialectMarkdown {
    /// Every dialect, what wraps requests, and saved sessions.
    static var document: String {
        ([introduction] + Dialect.all.map { DialectMarkdown(dialect: $0).text } + [closing])
            .joined(separator: "\n")
    }

    private static let introduction = """
        # Dialects

        <!-- Written by `./run docs` from Sources/PreflightCore/Bodies/Dialects. -->

        `check --body` and `request --body` read images in every dialect below; parts of different \
        dialects may stand in one body. A way such as `messages[].content[]` leads through the \
        members and through every element of their arrays.

        An image that stands anywhere else, a data URL of an image or base64 that begins with an \
        image's signature, is told as unchecked with its path, and the exit status is 2. What is \
        repaired is always written as plain base64, after `data:TYPE;base64,` where the dialect has \
        data URLs.

        """

    private static var closing: String {
        let rows = Envelope.all.map { envelope in
            let path = envelope.path.description
            let holds = envelope.holds == .turns ? "the turns" : "the request"
            return
                "| \(envelope.title) | \(path.isEmpty ? "the whole text" : "`\(path)`") | \(holds) |"
        }
        return """
            ## What wraps requests

            A body may be one JSON text, or one on each line. Requests are found at the first of \
            these ways that leads to one, also where the value is a string that holds the JSON.

            | document | way | leads to |
            |---|---|---|
            \(rows.joined(separator: "\n"))

            ## Saved sessions

            Lines of which none is a request, and some are turns or hold one, are a saved session. \
            A turn is the record itself, or its member \(list(SessionRecord.turns)). What stands in \
            \(list(SessionRecord.copies)) repeats images for the program's own use and is not sent; \
            nor is a record with \(pairs(SessionRecord.unsent.map { ($0.key, $0.value) })). Records \
            with `\(SessionRecord.sideChain)` are conversations of their own, and so are the turns \
            before a record with \(pairs(SessionRecord.boundaries.map { ($0.path, $0.value) })).

            """
    }

    private static func list(_ paths: [JSONPath]) -> String {
        paths.filter { !$0.description.isEmpty }.map { "`\($0)`" }.joined(separator: " or ")
    }

    private static func pairs(_ pairs: [(JSONPath, String)]) -> String {
        pairs.map { "`\"\($0)\": \"\($1)\"`" }.joined(separator: " or ")
    }
}
