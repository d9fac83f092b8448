/// What a person is told, in two parts that stay apart until they are printed.
///
/// The fact comes first and is a clause without a full stop; the cure is a value, so that each
/// program words it in its own terms. Text from outside is escaped when it is printed.
public struct Message: Sendable, Hashable {
    /// What is so.
    public var fact: String

    /// What to do about it; nil where nothing is to be done.
    public var help: Cure?

    /// Creates a message.
    public init(_ fact: String, help: Cure? = nil) {
        self.fact = fact
        self.help = help
    }
}

extension Message {
    /// Creates the message that something stands in the way of a cure.
    init(_ fact: String, but obstacle: Obstacle) {
        self.init("\(fact), but \(obstacle.clause)", help: obstacle.cure)
    }

    /// Creates a message that ends in a cure, or in what stands in its way.
    init(_ fact: String, help: Cure, unless obstacle: Obstacle?) {
        if let obstacle {
            self.init(fact, but: obstacle)
        } else {
            self.init(fact, help: help)
        }
    }

    /// Fact and help as one sentence; a fact alone has no full stop.
    public func sentence(in words: CureWords = .neutral) -> String {
        guard let help else { return fact }
        return "\(fact): \(help.phrase(in: words))."
    }

    /// The message with what it is about before it: `line 2: …`.
    package func about(_ subject: String) -> Message {
        Message("\(subject): \(fact)", help: help)
    }
}

extension Message: CustomStringConvertible {
    /// Fact and help as one sentence, in neutral words.
    public var description: String { sentence() }
}

extension Message: ExpressibleByStringInterpolation {
    /// Creates a message that is a fact alone.
    public init(stringLiteral fact: String) { self.init(fact) }
}

extension String {
    /// The items as a phrase: `a, b and c`.
    package static func list(_ items: [String], joinedBy word: String = "and") -> String {
        guard let last = items.last, items.count > 1 else { return items.first ?? "" }
        return items.dropLast().joined(separator: ", ") + " \(word) " + last
    }
}

extension Int {
    /// The number with its thousands apart: `10,000,000`.
    package var grouped: String {
        let digits = String(magnitude)
        let leading = digits.count % 3
        let groups = stride(from: leading, to: digits.count, by: 3)
            .map { start in
                digits.dropFirst(start).prefix(3)
            }
        let parts = (leading == 0 ? [] : [digits.prefix(leading)]) + groups
        return (self < 0 ? "-" : "") + parts.joined(separator: ",")
    }
}
