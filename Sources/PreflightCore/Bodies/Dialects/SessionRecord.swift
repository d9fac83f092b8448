/// How programs save a conversation as JSON lines: records that are turns, wrap one, or say
/// something about the session.
package enum SessionRecord {
    /// The ways from a record to the turn in it.
    package static let turns: [JSONPath] = ["message", "payload", ""]

    /// The ways from a record to the answer of a tool, which does not say who speaks, where it is no
    /// turn.
    package static let answers: [JSONPath] = ["result", ""]

    /// The types of the parts that such an answer has (Model Context Protocol, `ContentBlock`).
    static let answerKinds: Set<String> = ["text", "image", "audio", "resource", "resource_link"]

    /// Members beside the turn that repeat its images for the program's own use; they are not sent.
    package static let copies: [JSONPath] = ["toolUseResult"]

    /// Records whose content is for a person's eyes alone, by a member and its value.
    package static let unsent: [JSONPath: String] = ["type": "event_msg"]

    /// Members with values that mark a record of a conversation beside the main one.
    package static let sideChain: JSONPath = "isSidechain"

    /// What tells one side chain from another; where it is missing, each record names its parent.
    static let sideChainNames: [JSONPath] = ["agentId"]

    /// Records after which the turns before them are no longer sent, by a member and its value.
    package static let boundaries: [(path: JSONPath, value: String)] = [
        ("subtype", "compact_boundary"), ("type", "compacted"), ("type", "compaction"),
    ]
}
