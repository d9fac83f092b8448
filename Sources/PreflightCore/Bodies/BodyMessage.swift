/// One message of a conversation.
struct BodyMessage {
    /// Whether it says who speaks.
    var hasRole = false

    /// The images of its content; nil where there is no content.
    var images: [BodyImage]?

    /// The bytes of the object, braces included.
    var range: Range<Int>

    /// Creates a message without a member so far; `start` is the offset of its brace.
    init(start: Int) { range = start..<start }
}

extension BodyMessage {
    /// Whether it has what every message has.
    var isWhole: Bool { hasRole && images != nil }
}
