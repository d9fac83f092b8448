extension String {
    /// The text with spaces after it, so that it is at least `width` characters wide.
    package func padded(to width: Int) -> String {
        self + String(repeating: " ", count: max(0, width - count))
    }

    /// The text with `filler` before it, so that it is at least `width` characters wide.
    package func padded(to width: Int, before filler: Character) -> String {
        String(repeating: filler, count: max(0, width - count)) + self
    }
}
