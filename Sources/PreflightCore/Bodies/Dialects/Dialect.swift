/// One way of writing a conversation with images as JSON: where they stand and how they are spelled.
///
/// A dialect is a value and no code. One engine reads and rewrites them all, and
/// `imgcheck dialects` and the documentation are written from them. A new one is a file beside this
/// one, its line in ``all``, and its row of test cases.
public struct Dialect: Sendable, Hashable {
    /// The name by which a command line knows it.
    public let name: String

    /// What people call it.
    public let title: String

    /// The page that describes it.
    public let address: String

    /// Whether a model's endpoint takes it as it is; of the others a library makes one that it does.
    public let isSent: Bool

    /// The ways from a request to its turns.
    package var turns: [JSONPath] = []

    /// The ways from a turn to its parts.
    package var parts: [JSONPath] = []

    /// Members of a turn that say who speaks, where it is not `role`.
    package var speakers: [Speaker] = []

    /// Parts that stand in the request itself, each with the role that it speaks in.
    package var asides: [Aside] = []

    /// Parts that hold other parts.
    package var nests: [Nest] = []

    /// How an image is spelled as a part.
    package var images: [ImagePart]

    /// What says beside any image how closely the model looks at it.
    package var partDetails: [DetailWay] = []

    /// What says of all images of a request how closely the model looks.
    package var requestDetails: [DetailWay] = []

    /// What stands before and after a text, in a part of its own.
    package var text = TextPart()

    /// How a new request is written; nil where none is sent.
    package var layout: RequestLayout?

    /// What the interface's own client changes of a request that is handed to it, as a sentence.
    package var clientNote: String?
}

extension Dialect {
    /// Parts outside the turns, as a system prompt's.
    package struct Aside: Sendable, Hashable {
        /// The way from the request to the parts.
        package let path: JSONPath
        /// In whose name they speak.
        package let role: String
    }

    /// A member of a turn that says who speaks by names of its own.
    package struct Speaker: Sendable, Hashable {
        /// The way from the turn to the name, or to a list whose last element it is.
        package let path: JSONPath
        /// The role that each name stands for.
        package let roles: [String: String]
    }

    /// A part that holds others, as the result of a tool.
    package struct Nest: Sendable, Hashable {
        /// The value of the part's `type`; nil where it has none.
        package var type: String?
        /// The way from the part to those in it.
        package let path: JSONPath
        /// Whether a text part can stand there.
        package var takesText = true
    }

    /// A text as a part.
    package struct TextPart: Sendable, Hashable {
        /// What stands before the escaped text.
        package var before = #"{"type":"text","text":""#
        /// What stands after it.
        package var after = #""}"#
    }
}

extension Dialect {
    /// All dialects, the one that is tried first before the others.
    public static let all: [Dialect] = [
        .chat, .responses, .anthropic, .gemini, .converse, .langChain, .mcp, .aiSDK, .ollama,
    ]

    /// The dialect of this name; nil for any other.
    public init?(named name: String) {
        guard let dialect = Self.all.first(where: { $0.name == name }) else { return nil }
        self = dialect
    }
}
