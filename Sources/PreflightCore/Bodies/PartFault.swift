/// What keeps a value of a body from being what it should: a member is missing, or of another kind.
package struct PartFault: Sendable, Hashable {
    /// The way from the body to the place, as in `messages[2].content[0].image_url.url`.
    package var path: String

    /// What stands there, as a message quotes it; nil where nothing does.
    package var found: String?

    /// What should stand there, as a noun phrase.
    package var expected: String

    /// Creates a fault.
    package init(path: String, found: String?, expected: String) {
        self.path = path
        self.found = found
        self.expected = expected
    }
}

/// What stands in a request where parts of a turn, or a list of them, should.
package struct PartMisfits: Sendable, Hashable {
    /// The first.
    package var first: PartFault

    /// How many there are.
    package var count = 1
}

extension PartFault: CustomStringConvertible {
    /// One clause.
    package var description: String {
        found.map { "\(path) is \($0), where \(expected) should be" }
            ?? "\(path) is missing, where \(expected) should be"
    }
}

extension Dialect.Holding {
    /// What a string of the kind says, as a noun phrase.
    var phrase: String {
        switch self {
        case .dataURL: "a data URL or an address"
        case .base64: "base64"
        case .anything: "base64, a data URL or an address"
        case .address: "an address"
        case .identifier: "the identifier of a file"
        }
    }
}
