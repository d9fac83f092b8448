internal import PreflightCore

/// The dialects in a list, as `dialects` prints it.
enum DialectListText {
    /// One line a dialect, ending in a newline.
    static var text: String {
        let nameWidth = Dialect.all.map(\.name.count).max() ?? 0
        let titleWidth = Dialect.all.map(\.title.count).max() ?? 0
        let lines = Dialect.all.map { dialect in
            let name = dialect.name.padded(to: nameWidth)
            let title = dialect.title.padded(to: titleWidth)
            return "\(name)  \(title)  \(dialect.layout == nil ? "read" : "read, written")"
        }
        return
            (lines + [
                "",
                "`imgcheck dialects NAME` shows where images stand in one, and how they are spelled.",
            ])
            .map { $0 + "\n" }.joined()
    }
}

extension String {
    /// The text with spaces after it, up to a width in characters.
    fileprivate func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }
}
