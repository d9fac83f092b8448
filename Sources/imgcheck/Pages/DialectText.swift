internal import PreflightCore

/// One dialect for a person at a terminal, as `dialects NAME` prints it.
struct DialectText {
    /// The dialect that is shown.
    let dialect: Dialect

    /// Its name, its use, where images stand and how each spelling looks, ending in a newline.
    var text: String {
        let spellings = dialect.images.map { "  \(Self.plain($0.sentence))\n    \($0.example)" }
        let heading = [
            "\(dialect.title) (\(dialect.name))", dialect.address, "",
            Self.plain(DialectMarkdown(dialect: dialect).use), "",
        ]
        let closing = ["", "An image is spelled in one of these ways:", ""]
        return (heading + places + closing).joined(separator: "\n") + "\n"
            + spellings.joined(separator: "\n\n") + "\n"
    }

    private var places: [String] {
        [
            place("The turns of a request stand in", dialect.turns.map(\.description)),
            place("The parts of a turn stand in", dialect.parts.map(\.description)),
            place(
                "Parts outside turns stand in",
                dialect.asides.map { "\($0.path) (as the \($0.role)’s)" }
            ),
            place(
                "Parts that hold others have them in",
                dialect.nests.map { nest in
                    nest.type.map { "\(nest.path) (the type \($0))" } ?? "\(nest.path)"
                }
            ),
        ]
        .compactMap(\.self)
    }

    private func place(_ words: String, _ paths: [String]) -> String? {
        guard !paths.isEmpty else { return nil }
        let shown = paths.map { $0.isEmpty ? "the turn itself" : $0 }
        return "\(words) \(shown.joined(separator: ", "))."
    }

    /// A text without the marks of code, which stand for quotation marks at most.
    private static func plain(_ text: String) -> String { text.replacing("`", with: "") }
}
