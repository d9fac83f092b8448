/// A JSON value that remembers where it was written, so that a mistake can be shown in its place.
struct JSONValue: Sendable, Hashable {
    /// What the value is.
    var content: Content

    /// The offset of its first byte in the text.
    var offset: Int

    /// The kinds of JSON values (RFC 8259, section 3).
    indirect enum Content: Sendable, Hashable {
        case null
        case bool(Bool)
        /// A number as it is spelled: nothing is lost to a binary fraction.
        case number(String)
        case string(String)
        case array([JSONValue])
        /// The members in the order of the text; names may repeat.
        case object([Member])
    }

    /// A name and its value.
    struct Member: Sendable, Hashable {
        /// The member's name.
        var name: String
        /// The offset of the name's first byte, its quotation mark.
        var nameOffset: Int
        /// The member's value.
        var value: JSONValue
    }
}

extension JSONValue {
    /// The value as a message quotes it: scalars as spelled, containers by their kind.
    var summary: String {
        switch content {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let spelling): String(spelling.prefix(40))
        case .string(let text): "“\(text.prefix(40))”"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// The members of an object; none of another value.
    var members: [Member] {
        guard case .object(let members) = content else { return [] }
        return members
    }

    /// The number, where it is a whole one that is spelled without fraction and exponent.
    var wholeNumber: Int? {
        guard case .number(let spelling) = content else { return nil }
        return Int(spelling)
    }
}

/// An object whose members are found by name.
struct JSONObject: Sendable {
    /// The object itself.
    var place: JSONPlace

    /// Its members by name; of a repeated name the first.
    var members: [String: JSONPlace]

    /// The member `name`, or nil where there is none.
    subscript(name: String) -> JSONPlace? { members[name] }
}

extension JSONValue {
    /// The value as compact JSON, its numbers as they were spelled.
    var compactText: String {
        switch content {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .number(let spelling): spelling
        case .string(let text): Self.quoted(text)
        case .array(let elements): "[" + elements.map(\.compactText).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.map { "\(Self.quoted($0.name)):\($0.value.compactText)" }
                .joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        "\"\(ChatCompletionLayout.jsonEscaped(text))\""
    }
}
