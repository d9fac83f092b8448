/// Everything that is wrong with one rule table.
public struct RuleTableError: Error, Sendable, Equatable {
    /// The file's name as it was given.
    public var file: String

    /// The mistakes in the order of the file; never empty.
    public var mistakes: [Mistake]

    /// Creates an error from the mistakes of one file.
    public init(file: String, mistakes: [Mistake]) {
        self.file = file
        self.mistakes = mistakes
    }
}

extension RuleTableError {
    /// One thing that is wrong, and where.
    public struct Mistake: Sendable, Hashable {
        /// The place in the document, as in `limits[3].atMost`; empty for the document itself.
        public var keyPath: String

        /// The line of that place, from 1.
        public var line: Int

        /// The column of that place in bytes, from 1.
        public var column: Int

        /// What was expected, what was found, and the cure, as one sentence.
        ///
        /// For people; the wording may change. Text from outside is escaped when it is printed.
        public var message: String

        /// Creates a mistake.
        public init(keyPath: String, line: Int, column: Int, message: String) {
            self.keyPath = keyPath
            self.line = line
            self.column = column
            self.message = message
        }
    }
}

extension RuleTableError: CustomStringConvertible {
    /// One line a mistake: file, line, column, key path, message.
    public var description: String {
        mistakes.map { mistake in
            let place = "\(file):\(mistake.line):\(mistake.column): "
            let keyPath = mistake.keyPath.isEmpty ? "" : "\(mistake.keyPath): "
            return place + keyPath + mistake.message
        }
        .joined(separator: "\n")
    }
}
